/** A person's own page. */
export const homeEn = {
  title: "Your page",
  welcome:
    "I am Luotsi. I take teams through workbooks, one topic at a time, and see to it that what you agree on is not forgotten. This page always shows where you are.",
  noTeam: "You are not in any team yet. Join your team's channel, and its rounds and results will show here.",
  nothing: "Nothing is waiting for you right now.",
  inPrivate: "Your page is in our private chat.",
  section: {
    rounds: "Open rounds",
    led: "You lead these",
    teams: "Where your teams stand",
    results: "Where we are",
  },
  roundOf: "{{round}}, {{team}}:",
  notBegun: "You have not answered yet.",
  answered: "{{done}}/{{total}} answered.",
  allAnswered: "You have answered everything.",
  together: "Answered together below the round's message.",
  closes: "Closes {{when}}.",
  team: {
    noneOpen: "No round is open.",
    open: "Open now: {{rounds}}.",
    lifted: "Taking up {{lifted}}, looking again on {{date}}.",
    noneLifted: "Nothing has been taken up yet.",
  },
  page: "Page {{page}}/{{pages}}",
  button: {
    all: "Show all ({{count}})",
    before: "Previous ones",
    next: "Next ones",
    home: "My page",
  },
} as const;
