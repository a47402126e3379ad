"""Closed lists of the production: origins and states of designs, charts, copies, yarns."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DesignOrigin(models.TextChoices):
    """Where a design comes from."""

    TRADITIONAL = "traditional", _("traditional")
    NEW = "new", _("new, made for the market")
    COMPETITION = "competition", _("from a competition")


class VersionState(models.TextChoices):
    """How far a chart version has come; a locked one never changes again."""

    DRAFT = "draft", _("draft")
    REVIEW = "review", _("in review")
    LOCKED = "locked", _("locked")
    SUPERSEDED = "superseded", _("superseded")
    RETIRED = "retired", _("retired")


class Beginning(models.TextChoices):
    """How a chart was begun."""

    EMPTY = "empty", _("from an empty sheet")
    PICTURE = "picture", _("from a picture")
    FILE = "file", _("from a chart file")
    COMPOSED = "composed", _("composed")
    COPIED = "copied", _("from an earlier version")


class Symmetry(models.TextChoices):
    """How a design repeats itself within its frame; the values are those of the weaving engine."""

    NONE = "none", _("none")
    LEFT_RIGHT = "left_right", _("left and right alike")
    TOP_BOTTOM = "top_bottom", _("top and bottom alike")
    QUARTER = "quarter", _("four quarters alike")
    POINT = "point", _("turned about the middle")


class YarnRole(models.TextChoices):
    """What a yarn is for."""

    PILE = "pile", _("pile")
    WARP = "warp", _("warp")
    THICK_WEFT = "thick_weft", _("thick weft")
    THIN_WEFT = "thin_weft", _("thin weft")
    SELVEDGE = "selvedge", _("selvedge")


class DyeKind(models.TextChoices):
    """How a yarn got its colour."""

    UNKNOWN = "unknown", _("not known")
    UNDYED = "undyed", _("undyed")
    NATURAL = "natural", _("natural dye")
    SYNTHETIC = "synthetic", _("synthetic dye")


class LotState(models.TextChoices):
    """How far a dye lot has come; only released yarn counts as stock."""

    QUARANTINE = "quarantine", _("waiting for inspection")
    RELEASED = "released", _("released")
    REJECTED = "rejected", _("rejected")
    DEPLETED = "depleted", _("used up")


class CopyState(models.TextChoices):
    """Where a printed chart copy is."""

    PRINTED = "printed", _("printed")
    ISSUED = "issued", _("handed out")
    RETURNED = "returned", _("returned")
    LOST = "lost", _("lost")


class JobState(models.TextChoices):
    """How far a printing has come."""

    QUEUED = "queued", _("waiting")
    RUNNING = "running", _("being printed")
    DONE = "done", _("ready")
    FAILED = "failed", _("failed")
