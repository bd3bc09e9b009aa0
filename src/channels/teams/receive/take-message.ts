import type { Incoming } from "../../incoming.ts";
import { messageId } from "../message-id.ts";
import type { Address } from "../send/connector.ts";
import { toSend } from "../send/wire.ts";
import type { TeamsActivity } from "./read-activity.ts";
import { type Answer, incomingBase, placeFor, type ReceiveParts, TAKEN } from "./receive-parts.ts";
import { sentFile } from "./sent-file.ts";

type Talk = Extract<TeamsActivity, { kind: "message" | "edited" | "deleted" }>;

/** Someone wrote, changed or removed a message, or sent a file: acknowledged when the coach has it on disk. */
export async function takeMessage(parts: ReceiveParts, heard: Talk): Promise<Answer> {
  const speaker = await parts.arrivals.speakerOf(heard);
  if (!speaker) return TAKEN;
  const { spot, serviceUrl } = heard;
  const answers = heard.kind === "message" && heard.addressed;
  const { tenant } = speaker.installation;
  const conversation = spot.root === undefined ? spot.conversation : `${spot.conversation};messageid=${spot.root}`;
  const noLonger = answers
    ? parts.typing.soon(spot.conversation, () =>
        parts.connector.send({ serviceUrl, tenant, conversation }, toSend({ type: "typing" }), "reply"),
      )
    : () => undefined;
  try {
    const base = incomingBase(parts, speaker, heard, await placeFor(parts, speaker, heard, answers));
    const message = messageId({ conversation: spot.conversation, activity: heard.message });
    for (const incoming of incomings(heard, base, message)) {
      const outcome = await parts.receiver.receive(incoming);
      // Teams shows nothing to one person alone here: where the answer is stands under what was asked.
      if (outcome.kind === "taken" && outcome.notice !== undefined)
        tell(parts, { serviceUrl, tenant, conversation }, outcome.notice);
    }
    return TAKEN;
  } finally {
    noLonger();
  }
}

/** A sentence that is lost when Teams does not take it: nothing hangs on it. */
function tell({ connector, log }: ReceiveParts, address: Address, text: string): void {
  const message = { type: "message", text, textFormat: "plain", summary: text } as const;
  void connector.send(address, toSend(message), "reply").catch((error: unknown) => {
    log.warn({ err: error }, "a notice was not shown");
  });
}

function incomings(heard: Talk, base: ReturnType<typeof incomingBase>, message: string): readonly Incoming[] {
  switch (heard.kind) {
    case "message": {
      const { text, addressed, files } = heard;
      // A lone mention is a greeting: the coach says what it makes of nothing.
      const said: Incoming = { ...base, kind: "said", text, message, addressed };
      const file: Incoming = { ...base, eventId: `${base.eventId}:file`, kind: "sent-file", ...sentFile(heard) };
      if (!files) return text === "" && !addressed ? [] : [said];
      return [...(text === "" ? [] : [said]), ...(addressed ? [file] : [])];
    }
    case "edited":
      return [{ ...base, kind: "edited", text: heard.text, message }];
    case "deleted":
      return [{ ...base, kind: "deleted", message }];
    default:
      return heard satisfies never;
  }
}
