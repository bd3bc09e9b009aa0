import { randomUUID } from "node:crypto";
import type { Agenda, JobRepository } from "agenda";
import { vi } from "vitest";

/** What the parts of the contract work with. */
export interface Opened {
  aProcess(): Promise<Agenda>;
  repository(): Promise<JobRepository>;
}

export const HOUR_MS = 3_600_000;

/** A job name that no other test uses, so that tests share one store. */
export function named(what: string): string {
  return `${what} ${randomUUID()}`;
}

/** Looks again until the expectation holds. */
export function soon(look: () => void | Promise<void>): Promise<void> {
  return vi.waitFor(look, { timeout: 20_000, interval: 10 });
}
