"""Made-up payments and cases, the same at every run: two CSV files in the shape of public/sql/microdata.sql."""

import csv
import random
import sys
from datetime import date, timedelta
from pathlib import Path

PAYMENTS = 240_000
CASES = 80_000

# Made-up codes: 99 is no province.
PLACES = [f"99{city:02}{county:02}" for city in range(1, 13) for county in range(1, 11)]
PROGRAMMES = {
    "subsistence_allowance": ("assistance", 40_000),
    "extreme_poverty_support": ("assistance", 90_000),
    "disability_subsidy": ("assistance", 12_000),
    "old_age_allowance": ("elderly", 8_000),
    "student_grant": ("education", 60_000),
    "medical_aid": ("health", 150_000),
}
SERVICES = {"housing_application": "housing", "job_placement": "employment", "care_assessment": "elderly"}
FIRST, DAYS = date(2018, 1, 1), 6 * 365 + 1


def payments():
    """Rows of the table payments; the amount in fen."""
    rng = random.Random(20_180_101)
    for _ in range(PAYMENTS):
        person = rng.randrange(60_000)
        programme = rng.choice(list(PROGRAMMES))
        domain, typical = PROGRAMMES[programme]
        # A person lives in one place.
        place = PLACES[person * 7919 % len(PLACES)]
        yield person, place, programme, domain, FIRST + timedelta(rng.randrange(DAYS)), rng.randrange(1, 2 * typical)


def cases():
    """Rows of the table cases; open ones are closed on None."""
    rng = random.Random(20_231_231)
    for id in range(CASES):
        service = rng.choice(list(SERVICES))
        opened = FIRST + timedelta(rng.randrange(DAYS))
        closed = opened + timedelta(rng.randrange(200)) if rng.random() < 0.9 else None
        yield id, rng.choice(PLACES), service, SERVICES[service], opened, closed


def write(folder):
    """Writes a folder of CSV files for each table."""
    for table in ["payments", "cases"]:
        (folder / table).mkdir(parents=True)
    with open(folder / "payments/0.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["person", "place", "programme", "domain", "paid_on", "amount"])
        for *row, fen in payments():
            writer.writerow([*row, f"{fen // 100}.{fen % 100:02}"])
    with open(folder / "cases/0.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["id", "place", "service", "domain", "opened_on", "closed_on"])
        writer.writerows(cases())


if __name__ == "__main__":
    write(Path(sys.argv[1]))
