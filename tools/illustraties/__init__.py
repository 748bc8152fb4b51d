"""The drawings that the shipped content has for want of photographs: paper cut-outs, drawn by program.

    python -m tools.illustraties               draws them all, and writes each beside the piece that shows it
    python -m tools.illustraties soep-tent     draws one

A drawing is a function in `scenes/` that lays pieces of paper on a sheet; `palette` has the colours of the house
style, `geometry` cuts, `sheet` lays, `people`, `nature`, `town` and `things` are what the scenes are made of.
"""
