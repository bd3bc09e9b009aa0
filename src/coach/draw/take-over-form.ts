import type { Form } from "../../message/form.ts";
import type { Directory } from "../../people/directory.ts";
import type { Round } from "../../rounds/round.ts";
import type { Say } from "../../text/text.ts";
import { actionText } from "../action.ts";
import { shorten } from "./shorten.ts";

/** Asked of a manager or an admin who opens another person's facilitator card. */
export function takeOverForm(say: Say, round: Round, { people }: Directory): Form {
  const name = shorten(people.get(round.facilitator)?.name ?? say("coach.someone"), 40);
  return {
    title: say("round.form.takeOver"),
    fields: [{ kind: "note", id: "whose", text: say("round.form.takeOverNote", { name }) }],
    submit: say("round.form.takeOverSubmit"),
    action: actionText({ kind: "take-over", round: round._id }),
  };
}
