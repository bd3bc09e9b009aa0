import { Agenda, type AgendaBackend, type Job } from "agenda";
import type { Clock } from "../clock.ts";
import type { Tick } from "../tick.ts";
import { type ClockLog, troubleOf } from "./trouble.ts";

export interface AgendaClockOptions {
  readonly backend: AgendaBackend;
  readonly tick: Tick;
  readonly now: () => number;
  /** Names this process among those that share the jobs; never used again by another. */
  readonly process: string;
  readonly log: ClockLog;
  readonly everyMs: number;
  /** For so long a lock is believed whose holder says nothing; a running tick renews its own. */
  readonly lockMs: number;
}

const PREFIX = "tick ";
/** A job that has not run for so long belongs to a process that is gone. Longer than clocks go apart. */
const ABANDONED_MS = 60 * 60 * 1000;

/**
 * Agenda as the clock. Each process has a job of its own, so that no process's clock, pause or end keeps the others from ticking: Agenda locks
 * by each process's own clock, and the one whose clock is ahead would take a shared job every time. Who does what is decided in `tick`, by
 * claims in the store. What fails (the store is away) is tried again at the next turn and logged once until it works again.
 */
export async function startAgendaClock(options: AgendaClockOptions): Promise<Clock> {
  const { backend, tick, now, log, everyMs, lockMs } = options;
  const name = PREFIX + options.process;
  const trouble = troubleOf(log);
  let stopped = false;
  let underWay: Promise<void> | undefined;
  let beganAt = performance.now();

  await backend.connect();
  const agenda = new Agenda({
    backend: connected(backend, (error) => trouble.failed(error)),
    name: options.process,
    processEvery: everyMs,
    maxConcurrency: 1,
    defaultConcurrency: 1,
    // No limit of locks: Agenda 6.2 keeps counting a lock that ran out before its job began (a laptop that slept), and would never lock again.
    lockLimit: 0,
    defaultLockLimit: 0,
    defaultLockLifetime: lockMs,
  });
  agenda.on("error", (error: unknown) => {
    if (!stopped) trouble.failed(error);
  });

  function tickOnce(): Promise<void> {
    // Agenda gives up on a run whose lock ran out in a pause of the process; the tick itself goes on, and no second one begins beside it.
    if (underWay !== undefined || stopped) return underWay ?? Promise.resolve();
    beganAt = performance.now();
    underWay = trouble
      .during(() => tick(now()))
      .finally(() => {
        underWay = undefined;
      });
    return underWay;
  }
  agenda.define(name, (job: Job) => heldWhile(job, lockMs / 3, tickOnce, trouble.failed));

  await removeAbandoned(agenda);
  await agenda.every(everyMs, name);
  await agenda.start();
  const watch = watching(lockMs, async () => {
    if (stopped || underWay !== undefined || performance.now() - beganAt < 2 * (everyMs + lockMs)) return;
    // The job was removed, or this machine's clock was set back and its time is far off: it is made anew.
    await agenda.cancel({ name });
    await agenda.every(everyMs, name);
  });

  return {
    async stop() {
      stopped = true;
      await watch.stop();
      await underWay;
      try {
        await agenda.stop(false);
        await agenda.cancel({ name });
      } catch (error) {
        log.warn({ err: error }, "the clock's job stays behind; a later start removes it");
      }
    },
  };

  function watching(everyMilliseconds: number, look: () => Promise<void>) {
    let looking: Promise<void> = Promise.resolve();
    const timer = setInterval(() => {
      looking = looking.then(look).catch(trouble.failed);
    }, everyMilliseconds);
    return {
      stop(): Promise<void> {
        clearInterval(timer);
        return looking;
      },
    };
  }
}

/** Does a job's work and renews its lock meanwhile. */
async function heldWhile(
  job: Job,
  everyMs: number,
  work: () => Promise<void>,
  onError: (error: unknown) => void,
): Promise<void> {
  let renewal: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    renewal = renewal.then(() => job.touch()).catch(onError);
  }, everyMs);
  await work();
  clearInterval(timer);
  // Else the renewal could arrive after the release of the lock.
  await renewal;
}

async function removeAbandoned(agenda: Agenda): Promise<void> {
  const { jobs } = await agenda.queryJobs({ search: PREFIX });
  const before = Date.now() - ABANDONED_MS;
  const ids = jobs
    .filter(({ name, nextRunAt }) => name.startsWith(PREFIX) && (nextRunAt === null || nextRunAt.getTime() < before))
    .map(({ _id }) => _id);
  if (ids.length > 0) await agenda.cancel({ ids });
}

/**
 * A connected backend as Agenda can bear it: its constructor connects without looking at the outcome, and it unlocks jobs without waiting, so
 * that a store which is away at that moment would end the process.
 */
function connected(backend: AgendaBackend, onError: (error: unknown) => void): AgendaBackend {
  const { name, repository, ownsConnection } = backend;
  const calm: typeof repository = Object.assign(Object.create(repository), {
    unlockJob: (job: Parameters<typeof repository.unlockJob>[0]) => repository.unlockJob(job).catch(onError),
  });
  return {
    name,
    repository: calm,
    ownsConnection,
    connect: async () => undefined,
    disconnect: () => backend.disconnect(),
  };
}
