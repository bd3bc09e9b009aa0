import { owedContacts } from "../customers/contacts/owed/owed-section.ts";
import { myActions } from "../plan/my-actions.ts";
import { adminSection } from "../settings/admin/admin-section.ts";
import type { HomeSection } from "./home-section.ts";
import { howTeamsStand } from "./sections/how-teams-stand.ts";
import { ledRounds } from "./sections/led-rounds.ts";
import { openRounds } from "./sections/open-rounds.ts";
import { stoodIn } from "./sections/stood-in.ts";
import { teamResults } from "./sections/team-results.ts";

/** What stands on Home, in this order: what waits for the person, what they lead, then where their teams are. A room adds its own here. */
export const homeSections: readonly HomeSection[] = [
  openRounds,
  owedContacts,
  myActions,
  stoodIn,
  ledRounds,
  howTeamsStand,
  teamResults,
  adminSection,
];
