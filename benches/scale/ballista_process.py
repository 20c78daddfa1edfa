"""One process of a Ballista cluster, which stays until it is ended. To be run by alone.sh.

    ballista_process.py scheduler
    ballista_process.py executor ADDRESS
"""

import logging
import sys

from ballista import BallistaExecutor, BallistaScheduler

SCHEDULER = 50050
EXECUTOR = 50051


def main(kind, address=None):
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(message)s")
    if kind == "scheduler":
        process = BallistaScheduler(bind_host="0.0.0.0", bind_port=SCHEDULER)
    else:
        # One task at a time, so that two executors have the cores that DataFusion has. It is called back at the address
        # that its call came from: with the scheduler at its own address, that is its own too.
        process = BallistaExecutor(
            bind_host=address, bind_port=EXECUTOR, scheduler_host=address, scheduler_port=SCHEDULER, concurrent_tasks=1,
        )
    process.start()
    process.wait_for_termination()


if __name__ == "__main__":
    main(*sys.argv[1:])
