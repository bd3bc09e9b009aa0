import { z } from "zod";
import { LIMITS } from "../../../../message/limits.ts";
import type { Directory } from "../../../../people/directory.ts";
import { placeSchema } from "../../../place.ts";

/** Slack lets at most three views lie on each other (docs.slack.dev: "Modals", view stack). */
const MOST_VIEWS = 3;

const standingSchema = z.strictObject({
  /** What the submit means. */
  action: z.string().max(LIMITS.action),
  place: placeSchema,
  /** The message whose tap opened the dialog. */
  message: z.string().max(100),
  /** The views that lie below this one, the lowest first. */
  below: z.array(z.string().max(60)).max(MOST_VIEWS - 1),
});

/** What a dialog carries through Slack in `private_metadata` and back. */
export type Standing = z.infer<typeof standingSchema>;

export function writeStanding(standing: Standing): string {
  return JSON.stringify(standing);
}

/**
 * Undefined for what is not ours or was tampered with: a place outside the person's company, another's private chat. Who may do what in it the coach decides.
 */
export function readStanding(metadata: string, directory: Directory, person: string): Standing | undefined {
  const standing = standingSchema.safeParse(jsonOf(metadata)).data;
  if (!standing) return undefined;
  const { place } = standing;
  const own = place.kind === "private" ? place.person === person : directory.teams.has(place.team);
  if (place.kind === "channel" && place.only !== undefined && place.only !== person) return undefined;
  return own ? standing : undefined;
}

/** Whether one more view may be laid on this one. */
export function mayPush({ below }: Standing): boolean {
  return below.length + 1 < MOST_VIEWS;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
