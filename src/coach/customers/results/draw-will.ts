import { willSchema } from "../../../customers/customer.ts";
import { customerOf, optionOf } from "../../../customers/effects/answered.ts";
import { stateOf } from "../../../customers/visits/customer-state.ts";
import { answersInPlay } from "../../../flow/progress.ts";
import type { Message } from "../../../message/message.ts";
import { words } from "../../../text/text.ts";
import { valuesIn } from "../../draw/asking/question-view.ts";
import { heading, messageOf, paragraph, strong } from "../../draw/compose.ts";
import { shorten } from "../../draw/shorten.ts";
import type { Listener, Scene } from "../../scene.ts";

const state = willSchema.pick({ importance: true, will: true });

const NAME = 100;

/** The result of `will-importance`: the state of the co-operation, what it means, what to do next, and what is a sign of alarm. */
export function drawWill(scene: Scene, { language }: Listener): Message | undefined {
  const say = words(language);
  const values = answersInPlay(scene.flow, valuesIn(scene), scene.context);
  const customer = customerOf(values, "customer");
  const said = state.safeParse({ importance: optionOf(values, "importance"), will: optionOf(values, "will") }).data;
  if (!customer || !said) return undefined;
  const stands = stateOf(said);
  const isQuieter = optionOf(values, "activity") === "less" && said.importance !== "no-difference";
  return messageOf(language, [
    heading(say("flows.will.title", { customer: shorten(customer.name, NAME) })),
    paragraph([strong(say(`flows.will.state.${stands}`))]),
    paragraph(say(`flows.will.means.${stands}`)),
    paragraph([strong(say("flows.will.next")), ` ${say(`flows.will.do.${stands}`)}`]),
    isQuieter ? paragraph([strong(say("flows.will.alarm")), ` ${say("flows.will.quieter")}`]) : undefined,
    optionOf(values, "complains") === "yes" ? paragraph(say("flows.will.complains")) : undefined,
  ]);
}
