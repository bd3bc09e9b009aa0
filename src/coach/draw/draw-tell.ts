import type { Message } from "../../message/message.ts";
import { isCustomerTell } from "../customers/customer-tells.ts";
import { drawDigest } from "../digest/draw-digest.ts";
import { drawHome } from "../home/draw-home.ts";
import { drawOwnOffer } from "../own/draw-own-offer.ts";
import { drawPlanTell } from "../plan/draw/draw-plan-tell.ts";
import { isPlanTell } from "../plan/plan-tells.ts";
import { makeResult } from "../results.ts";
import type { Listener, Scene } from "../scene.ts";
import { drawAdmin, drawSendings } from "../settings/admin/draw-admin.ts";
import { drawClosedWeeks } from "../settings/closed-weeks/draw-closed-weeks.ts";
import { drawManagerSees, drawSettings } from "../settings/draw-settings.ts";
import { drawTeamSettings, drawWhichTeam } from "../settings/team/draw-team-settings.ts";
import type { Tell } from "../tell.ts";
import { drawWeek } from "../week/draw/draw-week.ts";
import { drawAgreed } from "./agreeing/draw-agreed.ts";
import { drawSummaryChange } from "./agreeing/draw-summary-change.ts";
import { drawSummaryHeatmap } from "./agreeing/draw-summary-heatmap.ts";
import { drawSummaryLevels } from "./agreeing/draw-summary-levels.ts";
import { drawSupport } from "./agreeing/draw-support.ts";
import { drawAnswered, drawAskMoved, drawConfirm, drawExplain } from "./asking/draw-answered.ts";
import { drawAsk } from "./asking/draw-ask.ts";
import { drawPaused, drawReminder, drawReuseOffer, drawRoundOver } from "./asking/draw-between.ts";
import { drawFinished, drawMyAnswers } from "./asking/draw-my-answers.ts";
import { drawNotRecorded, drawWhoSees } from "./draw-who-sees.ts";
import { drawCardMoved, drawConfirmCancel, drawConfirmClose } from "./facilitating/draw-confirm.ts";
import { drawFacilitatorCard } from "./facilitating/draw-facilitator-card.ts";
import {
  drawChooseTeam,
  drawHello,
  drawHelp,
  drawNotUnderstood,
  drawSentence,
  drawTopics,
} from "./lobby/draw-hello.ts";
import { drawJoinPeople } from "./lobby/draw-join-people.ts";
import { drawAlreadyOpen, drawNeedsFirst, drawStarted, drawStartOffer } from "./lobby/draw-start.ts";
import { drawTerm, drawTermUnknown } from "./lobby/draw-term.ts";
import { drawWhereWeAre } from "./lobby/draw-where-we-are.ts";
import type { Lobby } from "./lobby.ts";
import { drawClosed } from "./round/draw-closed.ts";
import { drawRoundCard } from "./round/draw-round-card.ts";
import { drawNotRow } from "./together/draw-not-row.ts";
import { drawProposeWhich } from "./together/draw-propose-which.ts";
import { drawSittingEnds } from "./together/draw-result.ts";
import { drawStepCard } from "./together/draw-step-card.ts";

/** A tell of a round: it names the round whose scene it is drawn from. */
type RoundTell = Extract<Tell, { readonly round: string }>;
type LobbyTell = Exclude<Tell, RoundTell>;

/** What a tell is drawn from: one that names a round from its scene, any other from the lobby. A term may have the scene of its way back too. */
export interface Sources {
  readonly scene?: Scene;
  readonly lobby?: Lobby;
}

/**
 * The words of what is to be told, in the listener's language. Undefined when there is nothing to say any more: the round, step, answer or plan
 * that it told of is gone, or the reminder has become needless.
 */
export function drawTell({ scene, lobby }: Sources, tell: Tell, listener: Listener): Message | undefined {
  if (isRoundTell(tell)) return scene && drawOfRound(tell, scene, listener);
  return lobby && drawOfLobby(tell, lobby, listener, scene);
}

function isRoundTell(tell: Tell): tell is RoundTell {
  return "round" in tell;
}

function drawOfLobby(tell: LobbyTell, lobby: Lobby, listener: Listener, scene: Scene | undefined): Message | undefined {
  const { language } = listener;
  if (isPlanTell(tell)) return lobby.plan && drawPlanTell(tell, lobby.plan, listener);
  if (isCustomerTell(tell)) return lobby.customers?.(listener);
  switch (tell.kind) {
    case "sentence":
      return drawSentence(tell, language);
    case "help":
      return drawHelp(lobby, language);
    case "topics":
      return drawTopics(lobby, language);
    case "hello":
    case "hello-channel":
      return drawHello(tell, lobby, language);
    case "home":
      return lobby.home && drawHome(lobby.home, listener);
    case "week":
      return lobby.week && drawWeek(lobby.week, language);
    case "settings":
      return drawSettings(lobby, listener);
    case "closed-weeks":
      return drawClosedWeeks(tell, lobby, listener);
    case "team-settings":
      return lobby.team && drawTeamSettings(lobby.team, lobby, listener);
    case "which-team":
      return drawWhichTeam(tell, lobby, listener);
    case "admin":
      return lobby.admin && drawAdmin(lobby.admin, listener);
    case "admin-sendings":
      return lobby.admin && drawSendings(tell.page, lobby.admin, listener);
    case "manager-sees":
      return drawManagerSees(lobby, listener);
    case "digest":
      return lobby.digest && drawDigest(tell.page ?? 0, lobby.digest, listener);
    case "not-understood":
      return drawNotUnderstood(tell, language);
    case "term":
      return drawTerm(tell, lobby, language, scene);
    case "term-unknown":
      return drawTermUnknown(tell, lobby, language);
    case "join-people":
      return drawJoinPeople(language);
    case "where-we-are":
      return drawWhereWeAre(tell, lobby, listener);
    case "start-offer":
      return drawStartOffer(tell, lobby, listener);
    case "own-offer":
      return drawOwnOffer(tell, lobby, language);
    case "choose-team":
      return drawChooseTeam(tell, lobby, language);
    case "needs-first":
      return drawNeedsFirst(tell, lobby, listener);
    default:
      return tell satisfies never;
  }
}

function drawOfRound(tell: RoundTell, scene: Scene, listener: Listener): Message | undefined {
  switch (tell.kind) {
    case "started":
      return drawStarted(scene, listener);
    case "already-open":
      return drawAlreadyOpen(scene, listener);
    case "who-sees":
      return drawWhoSees(scene, listener);
    case "not-recorded":
      return drawNotRecorded(scene, listener);
    case "ask":
      return drawAsk(tell, scene, listener);
    case "ask-moved":
      return drawAskMoved(tell, scene, listener);
    case "answered":
      return drawAnswered(tell, scene, listener);
    case "explain":
      return drawExplain(tell, scene, listener);
    case "confirm":
      return drawConfirm(tell, listener);
    case "finished":
      return drawFinished(scene, listener);
    case "my-answers":
      return drawMyAnswers(scene, listener);
    case "paused":
      return drawPaused(scene, listener);
    case "reuse-offer":
      return drawReuseOffer(tell, scene, listener);
    case "reminder":
      return drawReminder(scene, listener);
    case "round-over":
      return drawRoundOver(scene, listener);
    case "round-card":
      return drawRoundCard(scene, listener);
    case "closed":
      return drawClosed(scene, listener);
    case "facilitator-card":
      return drawFacilitatorCard(scene, listener);
    case "card-moved":
      return drawCardMoved(scene, listener);
    case "confirm-close":
      return drawConfirmClose(scene, listener);
    case "confirm-cancel":
      return drawConfirmCancel(scene, listener);
    case "agreed":
      return drawAgreed(scene, listener);
    case "support":
      return drawSupport(scene, listener);
    case "summary":
    case "result":
      return makeResult(scene, listener);
    case "summary-levels":
      return drawSummaryLevels(scene, listener);
    case "summary-heatmap":
      return drawSummaryHeatmap(scene, listener);
    case "summary-change":
      return drawSummaryChange(scene, listener);
    case "step-card":
      return drawStepCard(tell, scene, listener);
    case "propose-which":
      return drawProposeWhich(tell, listener);
    case "not-row":
      return drawNotRow(tell, listener);
    case "sitting-ends":
      return drawSittingEnds(scene, listener);
    default:
      return tell satisfies never;
  }
}
