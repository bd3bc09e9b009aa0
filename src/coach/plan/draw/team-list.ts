import type { Option } from "../../../message/message.ts";
import { type Language, words } from "../../../text/text.ts";
import { button } from "../../draw/compose.ts";

/** The way to a team's actions, from a message about something else. */
export function teamList(team: string, language: Language): Option {
  return button(words(language)("plan.button.team"), {
    kind: "plan-list",
    of: { kind: "team", team },
    page: 0,
    anew: true,
  });
}
