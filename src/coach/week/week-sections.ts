import { coverageSection } from "../customers/deviations/coverage-section.ts";
import { deviationSection } from "../customers/deviations/deviation-section.ts";
import { leftSection } from "../customers/deviations/left-section.ts";
import { backSection } from "../customers/handover/back-section.ts";
import { digestSection, trendSection } from "../digest/digest-section.ts";
import { customersStoodIn, dueCustomers, lateCustomers } from "./sections/customers/owed-customers.ts";
import { markedByOthers } from "./sections/marked-by-others.ts";
import { askedActions, closingActions, lateActions, laterActions, thisWeekActions } from "./sections/own-actions.ts";
import { standingIn } from "./sections/standing-in.ts";
import type { WeekSection } from "./week-section.ts";

/** What stands in the weekly message, in this order. A room adds its own here. */
export const weekSections: readonly WeekSection[] = [
  deviationSection,
  lateCustomers,
  lateActions,
  dueCustomers,
  thisWeekActions,
  digestSection,
  coverageSection,
  leftSection,
  customersStoodIn,
  standingIn,
  backSection,
  closingActions,
  askedActions,
  markedByOthers,
  laterActions,
  trendSection,
];
