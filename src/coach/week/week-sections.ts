import { backSection } from "../customers/handover/back-section.ts";
import { digestSection, trendSection } from "../digest/digest-section.ts";
import { askedActions, closingActions, lateActions, laterActions, thisWeekActions } from "./sections/own-actions.ts";
import { standingIn } from "./sections/standing-in.ts";
import type { WeekSection } from "./week-section.ts";

/** What stands in the weekly message, in this order. A room adds its own here. */
export const weekSections: readonly WeekSection[] = [
  lateActions,
  thisWeekActions,
  digestSection,
  standingIn,
  backSection,
  closingActions,
  askedActions,
  laterActions,
  trendSection,
];
