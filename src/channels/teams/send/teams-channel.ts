import type { Message } from "../../../message/message.ts";
import { type Channel, HOME, PostFailed } from "../../channel.ts";
import { drawActivity } from "../draw/draw-activity.ts";
import { messageId, readMessageId } from "../message-id.ts";
import { noteRound } from "../place-of.ts";
import { type AddressParts, addressOf, unlessUnwelcome } from "./address.ts";
import { createCardWait } from "./card-wait.ts";
import { withoutThread } from "./connector.ts";
import type { DrawingOf } from "./drawing-of.ts";
import type { Standing } from "./standing.ts";
import type { Typing } from "./typing.ts";
import { type ToSend, toSend } from "./wire.ts";

export interface TeamsChannelParts extends AddressParts {
  readonly typing: Typing;
  readonly standing: Standing;
  readonly drawingOf: DrawingOf;
  readonly log: { warn(fields: object, text: string): void };
}

/** "Below 80 KB as UTF-16" (Teams, "Format your bot messages"): two bytes a character; base64 pictures do not count. */
const MOST_CHARACTERS = 40_000;

/** Teams as the coach speaks on it. Every message goes to the service URL at which its person or channel was met. */
export function createTeamsChannel(parts: TeamsChannelParts): Channel {
  const { connector, standing, typing, store } = parts;
  const waitForCard = createCardWait(parts.now);

  async function drawn(company: string, message: Message): Promise<ToSend> {
    const activity = toSend(drawActivity(message, await parts.drawingOf(company, message)));
    if (activity.length <= MOST_CHARACTERS) return activity;
    const size = activity.replace(/data:image\/png;base64,[^"]*/g, "").length;
    if (size <= MOST_CHARACTERS) return activity;
    parts.log.warn({ company, size }, "a message is too large for Teams and goes as text");
    return toSend({ type: "message", text: message.text, textFormat: "plain", summary: message.text.slice(0, 300) });
  }

  return {
    platform: "teams",
    async post(company, place, message, _delivery, hurry = "reply", mayGo) {
      const reached = await addressOf(parts, company, place);
      waitForCard(place, reached);
      const { address, installation } = reached;
      const activity = await drawn(company, message);
      const conversation = withoutThread(address.conversation);
      typing.over(conversation);
      standing.sending(conversation);
      const sent = await unlessUnwelcome(parts, reached, () => connector.send(address, activity, hurry, mayGo));
      const id = messageId({ conversation, activity: sent });
      standing.drawn(id, message);
      if (message.startsThread !== undefined)
        await noteRound(store, installation, { channel: conversation, activity: sent }, message.startsThread);
      return { message: id, at: postedAt(sent, parts.now()) };
    },
    async stormWait(company, place) {
      const { address } = await addressOf(parts, company, place);
      return connector.stormWait(address);
    },
    async edit(company, place, posted, message) {
      if (posted === HOME) return;
      const standsAt = readMessageId(posted);
      if (!standsAt) throw new PostFailed(`${posted} is no message of Teams`, { hopeless: true });
      const { address, installation, account } = await addressOf(parts, company, place);
      const activity = await drawn(company, message);
      standing.drawn(posted, message);
      standing.sending(standsAt.conversation);
      const at = { ...address, conversation: standsAt.conversation };
      const who = { installation, ...(account ? { account } : {}) };
      // A message of a channel that cannot be changed says nothing of the channel.
      await unlessUnwelcome(parts, who, () => connector.update(at, standsAt.activity, activity));
    },
    // A bot cannot read what stands in a conversation, so nobody can say whether a lost sending arrived.
    find: () => Promise.resolve("unknown"),
    async showTyping(company, place) {
      const { address } = await addressOf(parts, company, place);
      // Called off when the message is posted.
      typing.soon(withoutThread(address.conversation), () =>
        connector.send(address, toSend({ type: "typing" }), "reply"),
      );
    },
  };
}

/** Teams numbers messages by the millisecond at which it took them. */
function postedAt(activity: string, now: number): number {
  const at = Number(activity);
  return Number.isSafeInteger(at) && Math.abs(at - now) < 24 * 60 * 60 * 1000 ? at : now;
}
