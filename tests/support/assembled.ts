import { assemble, type Luotsi } from "../../src/assemble.ts";
import type { Channel } from "../../src/channels/channel.ts";
import { exportXlsx } from "../../src/customers/exchange/export-customers.ts";
import { readCustomers } from "../../src/customers/reading/read-customers.ts";
import { loadGlossary } from "../../src/flow/glossary/glossary.ts";
import { loadFlows, problemText } from "../../src/flow/load-flows.ts";
import { createDirectories } from "../../src/people/directory.ts";
import type { Store } from "../../src/store/store.ts";
import { recordingChannel, type Seen } from "./recording-channel.ts";

interface Assembling {
  readonly flows?: string;
  readonly channel?: (recording: Channel) => Channel;
  readonly also?: readonly Channel[];
  readonly errors?: string[];
}

/** What people see and what time it is; filled in when the journey stands. */
interface Box {
  readonly journey?: { readonly seen: Seen[]; readonly now: number };
}

let glossary: ReturnType<typeof loadGlossary> | undefined;
const libraries = new Map<string, ReturnType<typeof loadFlows>>();

/** Luotsi on a store, with the recording channel, the journey's clock, and no waiting. */
export function assembled(store: Store, options: Assembling, box: Box): Luotsi {
  const folder = options.flows ?? "flows";
  const loaded = libraries.get(folder) ?? loadFlows(folder);
  if (loaded.ok) libraries.set(folder, loaded);
  glossary = glossary?.ok ? glossary : loadGlossary("flows/glossary.yaml");
  if (!loaded.ok) throw new Error(loaded.problems.map(problemText).join("\n"));
  if (!glossary.ok) throw new Error("the glossary has mistakes");
  const now = () => box.journey?.now ?? 0;
  const recording = recordingChannel(() => box.journey?.seen ?? [], now);
  return assemble({
    store,
    directories: createDirectories(store, now),
    flows: loaded.value,
    glossary: glossary.value,
    channels: [options.channel ? options.channel(recording) : recording, ...(options.also ?? [])],
    now,
    wait: () => Promise.resolve(),
    redrawEveryMs: 0,
    readCustomers,
    writeWorkbook: exportXlsx,
    log: {
      info: () => undefined,
      warn: () => undefined,
      error: (fields, text) => (options.errors ? options.errors.push(text) : console.error(text, fields)),
    },
  });
}
