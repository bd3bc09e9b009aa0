export const webEn = {
  cards: {
    required: "An answer is needed here.",
  },
  server: {
    malformed: "The request could not be read. Reload the page, then try again.",
    notJson: "The server reads JSON only.",
    noPerson: "There is no such person. Choose one from the list.",
    noRoom: "There is no such conversation, or you cannot see it.",
    noMessage: "This message is no longer there.",
    notYours: "You can change or delete only a message of your own.",
    notMember: "Join the channel first.",
    noPath: "There is nothing at this address. The chat is at the start: /",
    noMethod: "This address does not take such a request.",
    tooBig: "The message is too big. The limit is 64 kilobytes.",
    textTooLong: "The message is too long: {{length}} characters. The limit is {{limit}} characters. Split it in two.",
    textEmpty: "The message is empty.",
    tooMany: "Requests are coming too fast. Wait a moment.",
    foreignHost: "The chat opens only on this machine, at http://127.0.0.1:{{port}}",
    foreignOrigin: "The request came from another site, so it was not taken.",
    storeAway: "Saving does not work right now. The page will try again by itself.",
    failed: "Something went wrong in the server, and it is in the log. Try again in a moment.",
  },
} as const;
