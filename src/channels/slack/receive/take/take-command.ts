import { StoreUnavailable } from "../../../../store/store-errors.ts";
import { words } from "../../../../text/text.ts";
import { escapeText } from "../../draw/blocks/text-objects.ts";
import { NotNow } from "../door/gate.ts";
import type { ToldOf } from "../read/told.ts";
import { plainOf } from "./plain-of.ts";
import { chatLink, showOutcome } from "./show-outcome.ts";
import { MENU } from "./take-words.ts";
import { type Answer, baseOf, doerOf, type Taking } from "./taking.ts";
import { aside, placeOf } from "./where.ts";

/**
 * "/luotsi …". It is answered to the one who asked, and nobody else in the channel sees it. Where Luotsi is not in the channel, and in other people's private chats, it is taken as said in the person's own, and they are told so. Slack
 * repeats no command: if it cannot be taken now, the answer says so.
 */
export async function takeCommand(parts: Taking, told: ToldOf<"commanded">): Promise<Answer> {
  let say = words(parts.locale.language);
  try {
    const doer = await doerOf(parts, told);
    if (!doer) return undefined;
    say = doer.say;
    const here = await placeOf(parts, doer, told, { arrive: true });
    const place = here ? aside(here, doer) : { kind: "private" as const, person: doer.person._id };
    const text = (await plainOf(parts, doer, told.text)) || MENU;
    const said = { ...baseOf(doer, told), place, kind: "said", text, addressed: true, message: told.eventId } as const;
    const outcome = await parts.receiver.receive(here ? said : { ...said, elsewhere: true });
    if (outcome.kind === "taken") {
      const sentence = outcome.notice ?? (here ? undefined : doer.say("slack.elsewhere"));
      const isThere = outcome.inPrivate || outcome.notice === undefined;
      return sentence === undefined ? undefined : privately(sentence, isThere ? chatLink(doer, told.app) : undefined);
    }
    const spot = { kind: "message", channel: told.channel } as const;
    const tapped = {
      place,
      message: told.eventId,
      spot,
      trigger: told.trigger,
      app: told.app,
      opened: undefined,
      below: [],
    };
    parts.after(() => showOutcome(parts, doer, tapped, outcome));
    return undefined;
  } catch (error) {
    if (error instanceof NotNow) return privately(say("slack.notHere"));
    if (!(error instanceof StoreUnavailable)) throw error;
    parts.log.warn({ err: error, event: told.eventId }, "a command was not taken; the person was told");
    return privately(say("slack.commandAgain"));
  }
}

function privately(text: string, link?: string): Answer {
  return { response_type: "ephemeral", text: [escapeText(text), ...(link === undefined ? [] : [link])].join(" ") };
}
