"""The outside world as dated data: releases of iJw, products, gemeenten and regions."""

from jeugdstelsel.standaard.schema import (
    Bericht,
    Code,
    Datatype,
    Element,
    Release,
    berichten,
    codelijst,
    datatypes,
    elementen,
    lijsten,
    namespace,
    release,
)

__all__ = [
    "Bericht",
    "Code",
    "Datatype",
    "Element",
    "Release",
    "berichten",
    "codelijst",
    "datatypes",
    "elementen",
    "lijsten",
    "namespace",
    "release",
]
