"""The SQL of public/sql on Apache DataFusion, in one process, from the folder that holds microdata/: what the clusters are
measured against. Prints what it took as JSON.

    on_datafusion.py FOLDER
"""

import os
import sys

from datafusion import SessionConfig, SessionContext

from engine import CORES, peak, statements, timed, told


def main(folder):
    os.chdir(folder)
    session = SessionContext(SessionConfig().with_target_partitions(CORES))
    with timed() as took:
        for text in statements("datafusion.sql", "observations.sql", "write.sql"):
            session.sql(text).collect()
    told(seconds=took.seconds, memory={"process": peak(os.getpid())})


if __name__ == "__main__":
    main(sys.argv[1])
