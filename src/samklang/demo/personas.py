"""The people of the demo place: invented, one for every role."""

from __future__ import annotations

from dataclasses import dataclass

from samklang.records.initiative.enums import Role

MAIN = "ljungvalla"
SECOND = "akerdala"


@dataclass(frozen=True)
class Persona:
    """Someone one can enter as. does: what they come to do, in Swedish; start: where their work begins."""

    key: str
    name: str
    role: Role
    role_in_english: str
    does: str
    initiative: str = MAIN
    partner: str = ""
    start: str = ""

    @property
    def email(self) -> str:
        """An address that can't receive anything."""
        return f"{self.key}@{self.initiative}.example"


PERSONAS = (
    Persona(
        "samira",
        "Samira",
        Role.PROCESS_LEADER,
        "process leader in the backbone",
        "leder arbetet, planerar mätningar och skriver rapporten",
        partner="Föreningen Ljungan",
    ),
    Persona(
        "jonas",
        "Jonas",
        Role.ACTIVITY_LEADER,
        "activity leader of two groups",
        "leder två samtalsgrupper och går igenom Läget med dem",
        partner="Föreningen Ljungan",
        start="results/",
    ),
    Persona(
        "noor",
        "Noor",
        Role.ACTIVITY_LEADER,
        "activity leader of two small groups",
        "leder två mindre grupper, en så liten att inget kan visas",
        partner="Ljungvalla idrottsförening",
        start="results/",
    ),
    Persona(
        "birgitta",
        "Birgitta",
        Role.PARTNER_MEMBER,
        "partner: the housing company",
        "arbetar på bostadsbolaget och följer vad som är gemensamt",
        partner="Ljungvallahem",
    ),
    Persona(
        "henrik",
        "Henrik",
        Role.EVALUATOR,
        "evaluator",
        "följer upp på uppdrag och granskar metoden",
        partner="Institutet för lokal utveckling",
        start="results/",
    ),
    Persona(
        "karin",
        "Karin",
        Role.FUNDER,
        "funder",
        "arbetar på stiftelsen som ger pengar",
        partner="Stiftelsen Gryning",
    ),
    Persona(
        "olof",
        "Olof",
        Role.STEERING_GROUP,
        "steering group",
        "sitter i styrgruppen och fattar beslut",
        partner="Sundstads kommun",
    ),
    Persona(
        "fatima",
        "Fatima",
        Role.RESIDENT_COUNCIL,
        "resident council",
        "sitter i boenderådet, som varje beslut förankras hos",
        partner="Boenderådet i Ljungvalla",
    ),
    Persona(
        "mio",
        "Mio",
        Role.ADMIN,
        "administrator of the installation",
        "sköter installationen och behörigheter",
        start="initiative/",
    ),
    Persona(
        "elin",
        "Elin",
        Role.PROCESS_LEADER,
        "process leader in another place",
        "leder ett litet arbete i en annan ort och ser inget av Ljungvalla",
        initiative=SECOND,
        partner="Åkerdala bygdeförening",
    ),
)


def persona(key: str) -> Persona | None:
    """The persona with a key."""
    return next((one for one in PERSONAS if one.key == key), None)
