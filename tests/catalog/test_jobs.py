"""Jobs: who is next, who has died, what may be asked of which, and that no job is ever run by two at once."""

import threading
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from catalog import job_requests, jobs
from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.jobs import LEASE_SECONDS, MOST_DEATHS, RESULTS_KEPT, Job
from catalog.opening import open_existing

KINDS = ("index",)
NOON = 1_750_000_000.0


def put(catalog: Catalog, priority: int = 0) -> int:
    return jobs.add(catalog, "index", {"paths": ["/b"]}, priority=priority).id


def take(catalog: Catalog, now: float = NOON, *, alone: bool = False) -> Job | None:
    return jobs.claim(catalog, KINDS, now=now, alone=alone)


def taken(catalog: Catalog, now: float = NOON) -> Job:
    job = take(catalog, now)
    assert job is not None
    return job


def test_a_higher_priority_comes_first_and_among_equals_the_older(catalog: Catalog) -> None:
    batch, second, upload, third = put(catalog), put(catalog), put(catalog, 10), put(catalog)
    assert [taken(catalog).id for _ in range(4)] == [upload, batch, second, third]
    assert take(catalog) is None


def test_a_job_is_put_with_its_arguments_and_taken_up_by_this_process(catalog: Catalog) -> None:
    put(catalog)
    job = taken(catalog)
    assert (job.args, job.state, job.attempts, job.worker) == ({"paths": ["/b"]}, "running", 1, jobs.worker_name())
    assert (job.heartbeat, job.lease) == (int(NOON), int(NOON) + LEASE_SECONDS)


def test_a_kind_that_the_worker_does_not_know_waits_for_one_that_does(catalog: Catalog) -> None:
    other = jobs.add(catalog, "reindex", {}).id
    assert take(catalog) is None
    assert jobs.waiting(catalog, KINDS) is None
    found = jobs.claim(catalog, ("index", "reindex"), now=NOON, alone=False)
    assert found is not None and found.id == other


def test_a_job_whose_lease_ran_out_is_taken_up_again_and_its_death_is_told(catalog: Catalog) -> None:
    number = put(catalog)
    taken(catalog)
    assert take(catalog, NOON + LEASE_SECONDS - 1) is None
    again = taken(catalog, NOON + LEASE_SECONDS)
    assert (again.id, again.attempts, again.deaths) == (number, 2, 1)
    assert again.reason.startswith("Percobaan 1 terputus")


def test_a_sign_of_life_prolongs_the_lease_and_tells_how_far_the_job_is(catalog: Catalog) -> None:
    number = put(catalog)
    job = taken(catalog)
    assert jobs.beat(catalog, job, (30, 120, 3.0), now=NOON + LEASE_SECONDS - 1) == "run"
    assert take(catalog, NOON + LEASE_SECONDS + 100) is None
    assert jobs.get(catalog, number).seconds_left == 30


def test_a_clock_set_back_does_not_make_a_dead_job_wait(catalog: Catalog) -> None:
    put(catalog)
    taken(catalog)
    assert take(catalog, NOON - 2) is None
    assert taken(catalog, NOON - 86_400).attempts == 2


def test_who_holds_the_writers_lock_takes_a_dead_job_up_whatever_its_lease_says(catalog: Catalog) -> None:
    put(catalog)
    taken(catalog)
    again = take(catalog, NOON, alone=True)
    assert again is not None and again.attempts == 2


def test_the_old_process_of_a_job_taken_up_by_another_can_neither_beat_nor_end_it(catalog: Catalog) -> None:
    number = put(catalog)
    old = taken(catalog)
    taken(catalog, NOON + LEASE_SECONDS)
    assert jobs.beat(catalog, old, (1, 2, 0.0), now=NOON) == "lost"
    assert not jobs.end(catalog, old, "done")
    assert jobs.get(catalog, number).state == "running"


def test_a_job_that_kills_its_process_again_and_again_is_called_failed_until_it_is_retried(catalog: Catalog) -> None:
    number = put(catalog)
    for _ in range(MOST_DEATHS):
        assert take(catalog, alone=True) is not None
    assert take(catalog, alone=True) is None
    assert jobs.get(catalog, number).state == "failed"
    assert job_requests.retry(catalog, number).state == "pending"
    assert taken(catalog).deaths == 0


def test_a_job_of_a_foreground_that_died_is_told_interrupted_and_left_alone(catalog: Catalog) -> None:
    first = jobs.start(catalog, "index", {}, now=NOON)
    second = jobs.start(catalog, "index", {}, now=NOON)
    assert jobs.get(catalog, first.id).state == "interrupted"
    jobs.end(catalog, second, "done")
    assert take(catalog) is None
    job_requests.retry(catalog, first.id)
    assert taken(catalog).id == first.id


def test_an_interrupted_job_of_the_queue_is_taken_up_again_by_itself(catalog: Catalog) -> None:
    put(catalog)
    jobs.end(catalog, taken(catalog), "interrupted", "Dihentikan.")
    assert taken(catalog).attempts == 2


def test_what_a_job_wrote_down_is_kept_for_the_last_ones(catalog: Catalog) -> None:
    number = put(catalog)
    jobs.end(catalog, taken(catalog), "done", result={"indexed": 3})
    assert job_requests.result(catalog, number) == {"indexed": 3}
    for _ in range(RESULTS_KEPT):
        put(catalog)
    jobs.end(catalog, taken(catalog), "done")
    assert job_requests.result(catalog, number) is None
    assert jobs.get(catalog, number).state == "done"


def test_a_waiting_job_is_cancelled_at_once_and_a_running_one_is_asked_to_end(catalog: Catalog) -> None:
    first, second = put(catalog), put(catalog)
    job = taken(catalog)
    assert job_requests.cancel(catalog, second).state == "cancelled"
    assert job_requests.cancel(catalog, first).state == "running"
    assert jobs.beat(catalog, job, (0, 0, 0.0), now=NOON) == "cancel"
    jobs.end(catalog, job, "cancelled")
    assert take(catalog) is None


def test_a_job_that_died_while_it_was_being_cancelled_is_cancelled(catalog: Catalog) -> None:
    number = put(catalog)
    taken(catalog)
    job_requests.cancel(catalog, number)
    assert take(catalog, alone=True) is None
    assert jobs.get(catalog, number).state == "cancelled"


def test_a_paused_job_is_not_taken_up_until_it_is_resumed(catalog: Catalog) -> None:
    first, second = put(catalog), put(catalog)
    job = taken(catalog)
    for number in (first, second):
        job_requests.pause(catalog, number)
    assert jobs.beat(catalog, job, (0, 0, 0.0), now=NOON) == "pause"
    jobs.end(catalog, job, "pending")
    assert take(catalog) is None
    job_requests.resume(catalog, second)
    assert taken(catalog).id == second


@pytest.mark.parametrize("asked", ["cancel", "pause", "resume"])
def test_nothing_is_asked_of_a_job_that_has_ended(catalog: Catalog, asked: str) -> None:
    number = put(catalog)
    jobs.end(catalog, taken(catalog), "done")
    before = jobs.get(catalog, number)
    with pytest.raises(RujukanError, match="selesai") as raised:
        getattr(job_requests, asked)(catalog, number)
    assert raised.value.code == "wrong_state"
    assert jobs.get(catalog, number) == before


def test_a_cancelled_pause_and_an_unknown_number_are_clear_errors(catalog: Catalog) -> None:
    number = put(catalog)
    with pytest.raises(RujukanError, match="tidak sedang dijeda"):
        job_requests.resume(catalog, number)
    taken(catalog)
    job_requests.cancel(catalog, number)
    with pytest.raises(RujukanError, match="sedang dibatalkan"):
        job_requests.pause(catalog, number)
    with pytest.raises(RujukanError, match="bernomor 99"):
        job_requests.cancel(catalog, 99)


def test_a_running_job_is_silent_when_its_lease_ran_out_or_its_process_is_gone(catalog: Catalog) -> None:
    put(catalog)
    job = taken(catalog)
    host = jobs.worker_name().split(":")[0]
    assert not jobs.silent(job, now=NOON + 1)
    assert jobs.silent(job, now=NOON + LEASE_SECONDS)
    assert jobs.silent(replace(job, worker=f"{host}:999999999"), now=NOON)
    assert not jobs.silent(replace(job, worker="lain:999999999"), now=NOON)
    assert not jobs.silent(replace(job, state="done"), now=NOON + LEASE_SECONDS)


def test_of_many_processes_that_claim_at_once_each_job_goes_to_one(catalog: Catalog) -> None:
    numbers = [put(catalog) for _ in range(24)]
    got: list[int] = []

    def claim_all() -> None:
        mine = open_existing(catalog.folder.root)
        while (job := take(mine)) is not None:
            got.append(job.id)
        mine.close()

    threads = [threading.Thread(target=claim_all) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(got) == numbers


@dataclass
class Story:
    """What workers did so far: the clock, and by job the attempt that may still be alive, with its lease."""

    catalog: Catalog
    now: float = NOON
    held: dict[int, Job] = field(default_factory=dict)

    def put(self, number: int) -> None:
        put(self.catalog, number % 3)

    def claim(self, _: int) -> None:
        job = take(self.catalog, self.now)
        # Whichever job it takes up, it tells all those dead whose lease has run out.
        self.held = {key: held for key, held in self.held.items() if (held.lease or 0) > self.now}
        if job is not None:
            assert job.id not in self.held, "a job was claimed while another held it"
            self.held[job.id] = job

    def end(self, number: int) -> None:
        if self.held:
            key = sorted(self.held)[number % len(self.held)]
            jobs.end(self.catalog, self.held.pop(key), ("done", "failed", "interrupted", "pending")[number % 4])

    def beat(self, number: int) -> None:
        if self.held:
            key = sorted(self.held)[number % len(self.held)]
            said = jobs.beat(self.catalog, self.held[key], (1, 2, 1.0), now=self.now)
            assert said != "lost", "only a claim takes a job away"
            self.held[key] = jobs.get(self.catalog, key)

    def wait(self, number: int) -> None:
        self.now += number * 20


STEPS = st.sampled_from(["put", "claim", "claim", "end", "beat", "wait", "wait"])


def test_no_story_has_two_claims_of_one_job(catalog: Catalog) -> None:
    @settings(max_examples=150)
    @given(st.lists(st.tuples(STEPS, st.integers(0, 11)), min_size=4, max_size=20))
    @example([("claim", 0), ("wait", 4), ("wait", 11), ("put", 1), ("claim", 0), ("beat", 0)])
    def told(steps: list[tuple[str, int]]) -> None:
        with catalog.writing():
            catalog.db.execute("DELETE FROM job")
        story = Story(catalog)
        story.put(0)
        for name, number in steps:
            getattr(story, name)(number)

    told()
