import { randomUUID } from "node:crypto";
import type { Channel, Receiver } from "./channels/channel.ts";
import type { FileSource } from "./channels/file-source.ts";
import { everywhere, targetsFor } from "./channels/targets-for.ts";
import { createCoach } from "./coach/coach.ts";
import { createExports } from "./coach/customers/register/exporting/exports.ts";
import { createImports, type Imports } from "./coach/customers/register/importing/imports.ts";
import { createSavings, type Savings } from "./coach/customers/saving/savings.ts";
import { drawOutgoing } from "./coach/draw-outgoing.ts";
import { drawDue } from "./coach/week/draw-due.ts";
import type { ReadCustomers } from "./customers/reading/read-customers.ts";
import { createRegisters } from "./customers/search/registers.ts";
import { warmRegisters } from "./customers/search/warm-registers.ts";
import type { WriteWorkbook } from "./customers/writing/write-in-thread.ts";
import type { CarrierPorts } from "./deliveries/carrier.ts";
import { type Courier, createCourier } from "./deliveries/courier.ts";
import { createPeers, type Peers } from "./deliveries/peers.ts";
import { type StoreClock, storeClock } from "./deliveries/store-clock.ts";
import type { Glossary } from "./flow/glossary/glossary.ts";
import type { FlowLibrary } from "./flow/load-flows.ts";
import type { Directories } from "./people/directory.ts";
import { createDueSender, type DueSender } from "./reminders/due-sender.ts";
import { postDelivery } from "./reminders/post-delivery.ts";
import { createTick, sweep, type Tick } from "./reminders/tick.ts";
import { findView } from "./rounds/find-view.ts";
import type { Store } from "./store/store.ts";

export interface Parts {
  readonly store: Store;
  readonly directories: Directories;
  readonly flows: FlowLibrary;
  readonly glossary: Glossary;
  /** The connected channels; looked at when something is sent, so that a channel may come and go. */
  readonly channels: readonly Channel[];
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly redrawEveryMs: number;
  /** Reads files of customers. */
  readonly readCustomers: ReadCustomers;
  readonly writeWorkbook: WriteWorkbook;
  readonly log: {
    info(fields: object, text: string): void;
    warn(fields: object, text: string): void;
    error(fields: object, text: string): void;
  };
}

export interface Luotsi {
  readonly receiver: Receiver;
  readonly courier: Courier;
  readonly tick: Tick;
  /** Sends weekly messages and nudges, beside the tick. */
  readonly due: DueSender;
  /** The store's time: to be looked at before anything is taken. */
  readonly clock: StoreClock;
  /** Who else works on this store. */
  readonly peers: Peers;
  /** Files of customers that are worked on. */
  readonly imports: Imports;
  /** What flows saved to the register of customers and is being written. */
  readonly savings: Savings;
  /** Files that were made for people. */
  readonly files: FileSource;
  /** Reads beforehand what the first turns need and what takes a moment to read. */
  warm(): Promise<void>;
  /**
   * Sends all that an earlier process left behind: right at the start of the only process on a store, before anybody is heard, so that it is known again
   * which questions stand before they are answered.
   */
  takeOver(): Promise<void>;
}

/** For so long a platform that is slow or away keeps the doors closed at a start. */
const SETTLING_MS = 1_000;

/** Puts the coach together from ports: what `start` does with real adapters and the tests with their own. */
export function assemble(parts: Parts): Luotsi {
  const { store, directories, flows, now, log } = parts;
  const registers = createRegisters(store, now);
  const exports = createExports(parts);
  const clock = storeClock({ store, now, log });
  const process = randomUUID();
  const peers = createPeers({ store, clock, process });
  const targets: CarrierPorts["targetsFor"] = async (company, place) =>
    targetsFor(await directories.of(company), place, parts.channels);
  const due = createDueSender({
    store,
    owner: process,
    now: clock.now,
    share: peers.share,
    send: postDelivery({ store, targetsFor: targets, draw: drawDue({ store, directories, flows, now }), now, log }),
    log,
  });
  const courier = createCourier({
    store,
    clock,
    process,
    targetsFor: targets,
    homesOf: async (company, person) => everywhere(await directories.of(company), person, parts.channels),
    draw: drawOutgoing({ store, directories, flows, glossary: parts.glossary, registers, exports, now }),
    findView: (round, key) => findView(store, round, key),
    now,
    wait: parts.wait,
    log,
    redrawEveryMs: parts.redrawEveryMs,
  });
  const imports = createImports({ ...parts, registers, courier });
  const savings = createSavings({ store, registers, log });
  const { glossary } = parts;
  const ports = { store, directories, flows, glossary, courier, registers, imports, savings, exports, now, log };
  return {
    receiver: createCoach(ports),
    courier,
    tick: createTick({ store, courier, directories, flows, due, clock, peers, imports, log }),
    due,
    clock,
    peers,
    imports,
    savings,
    files: exports,
    warm: () => warmRegisters(store, registers),
    takeOver: async () => {
      await sweep({ store, courier }, Number.POSITIVE_INFINITY);
      await Promise.race([courier.settled(), parts.wait(SETTLING_MS)]);
      await imports.sweep(Number.MAX_SAFE_INTEGER);
    },
  };
}
