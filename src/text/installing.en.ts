export const installingEn = {
  done: { title: "Luotsi is installed", body: "Open Slack and type /luotsi.", open: "Open Slack" },
  cancelled: {
    title: "The installation was cancelled",
    body: "Nothing was installed. You can start again at any time.",
  },
  stale: {
    title: "The installation has expired",
    body: "It was started in another browser, or more than ten minutes ago.",
  },
  failed: {
    title: "The installation did not succeed",
    body: "Try again. If that does not help, whoever runs Luotsi finds the reason in the log.",
  },
  again: "Start again",
} as const;
