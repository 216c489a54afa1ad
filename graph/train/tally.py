"""Counts from which precision, recall and F1 follow."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Tally:
    """Counts from which precision, recall and F1 follow."""

    right: float = 0
    found: float = 0
    gold: float = 0

    def add(self, right: float, found: float, gold: float) -> None:
        """Count one more text."""
        self.right += right
        self.found += found
        self.gold += gold

    @property
    def f1(self) -> float:
        """Percent; 0 if nothing was found or there was nothing to find."""
        return 200 * self.right / (self.found + self.gold) if self.right else 0.0

    def __str__(self) -> str:
        p = 100 * self.right / self.found if self.found else 0.0
        r = 100 * self.right / self.gold if self.gold else 0.0
        return f"{p:.1f} / {r:.1f} / {self.f1:.1f}"
