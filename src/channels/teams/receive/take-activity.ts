import { StoreUnavailable } from "../../../store/store-errors.ts";
import { PostFailed } from "../../channel.ts";
import { rawActivitySchema } from "./raw-activity.ts";
import { readActivity, type TeamsActivity } from "./read-activity.ts";
import { type Answer, type ReceiveParts, TAKEN } from "./receive-parts.ts";
import { refusing } from "./refusing.ts";
import { takeInvoke } from "./take-invoke.ts";
import { takeMessage } from "./take-message.ts";
import { takeNews } from "./take-news.ts";

/** Not now: Teams sends the activity again (it repeats what is answered with a 5xx). */
const LATER: Answer = { status: 503 };

/**
 * Takes an activity whose sender was verified. Never throws: 200 comes after the coach's durable write, 503 when nothing could be written, 400 for what is no
 * activity of Teams'. A tap is always answered with words, since nobody repeats it; only a submitted dialog gets the 503 too, so that it stays open with what was typed.
 */
export async function takeActivity(parts: ReceiveParts, body: unknown): Promise<Answer> {
  const raw = rawActivitySchema.safeParse(body);
  if (!raw.success) {
    const paths = raw.error.issues.map(({ path }) => path.join(".")).slice(0, 10);
    parts.log.warn({ paths }, "a request to Teams' endpoint is no activity of Teams'");
    return { status: 400, body: { error: "This is no activity of Microsoft Teams." } };
  }
  const activity = readActivity(raw.data);
  try {
    return await take(parts, activity);
  } catch (error) {
    return failed(parts, activity, error);
  }
}

function take(parts: ReceiveParts, activity: TeamsActivity): Promise<Answer> {
  switch (activity.kind) {
    case "message":
    case "edited":
    case "deleted":
      return takeMessage(parts, activity);
    case "invoke":
      return takeInvoke(parts, activity);
    case "installed":
    case "uninstalled":
    case "came":
    case "left":
    case "renamed":
      return takeNews(parts, activity);
    case "other":
      return Promise.resolve(TAKEN);
    default:
      return activity satisfies never;
  }
}

function failed(parts: ReceiveParts, activity: TeamsActivity, error: unknown): Answer {
  const away = error instanceof StoreUnavailable;
  const asked = error instanceof PostFailed;
  const fields = { event: activity.eventId, kind: activity.kind, err: error };
  if (away) parts.log.warn(fields, "nothing could be written; Teams sends it again");
  else if (asked) parts.log.warn(fields, "Teams could not be asked who this is");
  else parts.log.error(fields, "an activity of Teams' could not be taken");
  if (activity.kind === "invoke" && activity.name !== "task/submit")
    return refusing(parts, activity, away ? "teams.storeAway" : "teams.failed");
  return asked && error.hopeless ? TAKEN : LATER;
}
