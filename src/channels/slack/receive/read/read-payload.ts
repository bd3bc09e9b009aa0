import { readEnvelope } from "./read-envelope.ts";
import { readEvent } from "./read-event.ts";
import { readInteraction } from "./read-interaction.ts";
import { readSlashCommand } from "./read-slash-command.ts";
import type { Told } from "./told.ts";

/** What a payload of Slack's tells, whichever way it came; undefined for all that is none of Luotsi's business. Pure; `now` stands in where Slack gives no time. */
export function readPayload(body: unknown, now: number): Told | undefined {
  const told = readAny(body, now);
  return told && told.at === 0 ? { ...told, at: now } : told;
}

function readAny(body: unknown, now: number): Told | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  if ("command" in body) return readSlashCommand(body, now);
  if ("event" in body) {
    const envelope = readEnvelope(body);
    return envelope && readEvent(envelope);
  }
  return readInteraction(body);
}
