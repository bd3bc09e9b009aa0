/** What whoever starts Luotsi reads in the terminal. */
export const startEn = {
  listening: "Luotsi is running: {{address}}",
  running: "Luotsi is running on port {{port}}.",
  inSlack: "In Slack: invite Luotsi to a team's channel (/invite @Luotsi) and type /luotsi",
  tryThis: "Open the address in a browser, choose a person and write in the team's channel: start digital maturity",
  storesEmbedded: "Answers are stored in the folder {{folder}}",
  storesMongo: "Answers are stored in MongoDB",
  stopHint: "Stop with Ctrl+C. Everything is kept.",
} as const;
