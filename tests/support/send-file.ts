import type { Outcome } from "../../src/channels/channel.ts";
import type { FetchedFile } from "../../src/channels/incoming.ts";
import { type Journey, privately } from "./journey.ts";

/** Somebody sends a file of customers in the private chat. */
export function sendsFile(
  journey: Journey,
  person: string,
  { text, name = "asiakkaat.csv" }: { readonly text: string; readonly name?: string },
): Promise<Outcome> {
  const bytes = new TextEncoder().encode(text);
  const read = (): Promise<FetchedFile> => Promise.resolve({ kind: "bytes", bytes });
  const file = { kind: "one", name, size: bytes.length, read } as const;
  return journey.receive({ ...journey.base(person, privately(person)), kind: "sent-file", file });
}
