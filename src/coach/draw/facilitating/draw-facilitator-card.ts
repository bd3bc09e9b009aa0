import { liftedSteps } from "../../../assessment/lift.ts";
import { seenOf } from "../../../assessment/seen.ts";
import type { Block, Message } from "../../../message/message.ts";
import { type Say, words } from "../../../text/text.ts";
import type { Listener, Scene } from "../../scene.ts";
import { button, choices, heading, messageOf, paragraph, quiet } from "../compose.ts";
import { roundName } from "../naming.ts";
import { inSentence, listed, numberWord } from "../number-words.ts";
import { whoAnswered } from "../round/draw-closed.ts";
import { startNext } from "../round/way-on.ts";
import { moment } from "../when.ts";
import { objectionBlocks, openStepBlocks } from "./step-blocks.ts";
import { reopenings, talkBlocks } from "./talk-blocks.ts";

/** The facilitator's one card, drawn anew as the round goes: how far it is, then the lead through the talk, then what stands. */
export function drawFacilitatorCard(scene: Scene, listener: Listener): Message {
  const { language } = listener;
  const say = words(language);
  return messageOf(language, [
    heading(say("round.cardTitle", { round: roundName(scene, language) })),
    ...blocksOf(scene, listener, say),
  ]);
}

function blocksOf(scene: Scene, listener: Listener, say: Say): (Block | undefined)[] {
  const { round } = scene;
  switch (round.state) {
    case "open":
      return round.mode === "each" ? openBlocks(scene, listener, say) : togetherBlocks(scene, say);
    case "talking":
      return talkBlocks(scene, listener);
    case "agreed":
      return agreedBlocks(scene, listener, say);
    case "cancelled":
      return [
        paragraph(say("round.cancelled")),
        choices([button(say("round.startAgain"), { kind: "start", flow: round.flow, team: round.team })]),
      ];
    default:
      return round.state satisfies never;
  }
}

function openBlocks({ round, flow, finished, now }: Scene, listener: Listener, say: Say): (Block | undefined)[] {
  const total = round.invited.length;
  const done = Math.min(finished, total);
  const hands = Object.keys(round.tallies).length;
  // Hands are counted by levels.
  const shown = seenOf(round, flow) === "spread";
  return [
    { kind: "progress", done, total, label: say("round.answered", { done, total }) },
    round.closesAt === null
      ? undefined
      : paragraph(say(shown ? "round.invitedSoFar" : "own.closes", { when: moment(round.closesAt, listener, now) })),
    hands === 0 ? undefined : quiet(say("round.handsSoFar", { count: hands, number: numberWord(say, hands, "from") })),
    choices(
      [
        shown
          ? button(say("round.button.hands"), { kind: "tallies", round: round._id }, { opensForm: true })
          : undefined,
        button(say("round.button.close"), { kind: "close", round: round._id }),
      ],
      [button(say("round.button.cancel"), { kind: "cancel", round: round._id })],
      say("coach.button.more"),
    ),
  ];
}

function togetherBlocks({ round }: Scene, say: Say): (Block | undefined)[] {
  return [
    paragraph(say("round.togetherLead")),
    choices([], [button(say("round.button.cancel"), { kind: "cancel", round: round._id })], say("coach.button.more")),
  ];
}

function agreedBlocks(scene: Scene, listener: Listener, say: Say): (Block | undefined)[] {
  const { round, flow } = scene;
  const lifted = liftedSteps(round, flow).map(({ title }) => inSentence(title[listener.language]));
  if (seenOf(round, flow) === "count")
    return [paragraph(round.snapshot ? whoAnswered(round.snapshot, say) : undefined), paragraph(say("own.leadDone"))];
  if (lifted.length === 0)
    return [paragraph(say("round.leadDoneTogether")), choices([startNext(scene, listener.language)])];
  return [
    paragraph(say("round.leadDone", { lifted: listed(say, lifted) })),
    ...objectionBlocks(scene, listener),
    ...openStepBlocks(scene, listener),
    choices(
      [
        startNext(scene, listener.language),
        button(say("round.button.changeLift"), { kind: "lift", round: round._id }, { opensForm: true }),
      ],
      reopenings(scene, listener.language),
      say("coach.button.more"),
    ),
  ];
}
