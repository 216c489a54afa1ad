"""A linear-chain CRF whose gold labels may be left open.

The loss is −log p(any labelling that is allowed): with one label allowed a word it is the usual
one (Lafferty et al. 2001), with several it learns from sets that do not say which (Tsuboi et al.
2008).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

FORBIDDEN = -1e4


class Crf(nn.Module):
    """Scores of a label after a label, at the first word and at the last."""

    def __init__(self, labels: tuple[str, ...]) -> None:
        super().__init__()
        size = len(labels)
        self.transitions = nn.Parameter(torch.zeros(size, size))
        self.first = nn.Parameter(torch.zeros(size))
        barred = torch.zeros(size + 1, size)
        for j, label in enumerate(labels):
            if label.startswith("I-") or label == "I":
                for i, before in enumerate(("O", *labels)):
                    kind = label[1:]
                    if before not in ("B" + kind, "I" + kind):
                        barred[i, j] = FORBIDDEN
        self.register_buffer("barred", barred)

    def table(self) -> Tensor:
        """(1 + labels, labels): row 0 before the first word, row i + 1 after label i."""
        return torch.cat([self.first[None], self.transitions]) + self.barred

    def forward(self, scores: Tensor, allowed: Tensor, lengths: Tensor) -> Tensor:
        """Mean loss a sequence.

        scores:  (b, n, labels).
        allowed: (b, n, labels) of bool.
        lengths: (b,) words of each sequence, at least 1.
        """
        size = len(scores)
        both = torch.cat([scores, scores.masked_fill(~allowed, FORBIDDEN)]).float()
        ends = torch.cat([lengths, lengths]) - 1
        table = self.table()
        steps = both.transpose(0, 1).unbind(0)
        alpha = table[0] + steps[0]
        move = table[1:].exp()
        history = [alpha]
        for step in steps[1:]:
            top = alpha.max(-1, keepdim=True).values
            alpha = ((alpha - top).exp() @ move).clamp_min(1e-30).log() + top + step
            history.append(alpha)
        stacked = torch.stack(history, 1)
        last = stacked[torch.arange(2 * size, device=scores.device), ends].logsumexp(-1)
        return (last[:size] - last[size:]).clamp_max(200.0).mean()
