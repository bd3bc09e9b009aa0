import { willSchema } from "../../../customers/customer.ts";
import { customerOf, optionOf, textOf } from "../../../customers/effects/answered.ts";
import { stateOf } from "../../../customers/visits/customer-state.ts";
import { answersInPlay } from "../../../flow/progress.ts";
import { formatDate } from "../../../flow/wording/format.ts";
import type { Message } from "../../../message/message.ts";
import { words } from "../../../text/text.ts";
import { valuesIn } from "../../draw/asking/question-view.ts";
import { heading, messageOf, paragraph, strong } from "../../draw/compose.ts";
import { shorten } from "../../draw/shorten.ts";
import type { Listener, Scene } from "../../scene.ts";

const state = willSchema.pick({ importance: true, will: true });

const NAME = 100;
const LONGEST_DEED = 200;

/** The result of `will-importance`: the state of the co-operation, what it means, what to do next, and what is a sign of alarm. */
export function drawWill(scene: Scene, { language }: Listener): Message | undefined {
  const say = words(language);
  const values = answersInPlay(scene.flow, valuesIn(scene), scene.context);
  const customer = customerOf(values, "customer");
  const said = state.safeParse({ importance: optionOf(values, "importance"), will: optionOf(values, "will") }).data;
  if (!customer || !said) return undefined;
  const stands = stateOf(said);
  const isQuieter = optionOf(values, "activity") === "less" && said.importance !== "no-difference";
  const complains = optionOf(values, "complains") === "yes";
  const deed = textOf(values, "next", LONGEST_DEED);
  const day = values["next-by"];
  const by = day?.kind === "date" ? formatDate(day.date, language) : "";
  return messageOf(language, [
    heading(say("flows.will.title", { customer: shorten(customer.name, NAME) })),
    paragraph([strong(say(`flows.will.state.${stands}`))]),
    paragraph(say(`flows.will.means.${stands}`)),
    complains ? paragraph([strong(say("flows.will.complained")), ` ${say("flows.will.complains")}`]) : undefined,
    paragraph([strong(say("flows.will.next")), ` ${say(`flows.will.do.${stands}`)}`]),
    isQuieter ? paragraph([strong(say("flows.will.alarm")), ` ${say("flows.will.quieter")}`]) : undefined,
    deed === ""
      ? undefined
      : paragraph(
          by === "" ? say("flows.will.deed", { what: deed }) : say("flows.will.deedBy", { what: deed, date: by }),
        ),
  ]);
}
