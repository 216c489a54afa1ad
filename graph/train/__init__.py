"""How the weights were made and scored. Needs the extra ``train`` (torch); not in the wheel."""
