import { slackInstallations } from "./channels/slack/installations/stored-installation.ts";
import { threads } from "./channels/threads.ts";
import { webMessages, webReadMarks } from "./channels/web/log/web-message.ts";
import { conversations } from "./conversations/conversation.ts";
import { carePlans } from "./customers/care-plan.ts";
import { contacts } from "./customers/contact.ts";
import { customers } from "./customers/customer.ts";
import { customerRules } from "./customers/customer-rules.ts";
import { deviationDecisions } from "./customers/deviations/decision.ts";
import { registerSavings } from "./customers/effects/register-saving.ts";
import { batchPieces } from "./customers/files/batch-pieces.ts";
import { exportFiles } from "./customers/files/export-file.ts";
import { importBatches } from "./customers/files/import-batch.ts";
import { deliveries } from "./deliveries/due/delivery.ts";
import { processes } from "./deliveries/peers.ts";
import { unsettledDeliveries } from "./deliveries/unsettled.ts";
import { joinCodes } from "./people/joining/join-code.ts";
import { accounts, companies, installations, memberships, people, teams } from "./people/records.ts";
import { actions } from "./plan/action.ts";
import { actionOwners } from "./plan/action-owner.ts";
import { jobs } from "./reminders/agenda/job-record.ts";
import { contents } from "./rounds/content.ts";
import { responses } from "./rounds/response.ts";
import { rounds } from "./rounds/round.ts";

/** Everything that is stored, in one list: what the store makes at start and what tests look at. */
export const collections = [
  companies,
  installations,
  people,
  accounts,
  teams,
  memberships,
  joinCodes,
  contents,
  rounds,
  responses,
  conversations,
  actions,
  actionOwners,
  customers,
  contacts,
  carePlans,
  customerRules,
  deviationDecisions,
  registerSavings,
  importBatches,
  batchPieces,
  exportFiles,
  deliveries,
  unsettledDeliveries,
  processes,
  threads,
  slackInstallations,
  jobs,
  webMessages,
  webReadMarks,
];
