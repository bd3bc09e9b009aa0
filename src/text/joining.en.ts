export const joiningEn = {
  code: "The code for joining another platform: {{code}}. Write it there in our private chat: “join {{code}}”. It works once, for a day.",
  codeInPrivate: "Write the code in our private chat on the platform that you are joining.",
  codeUnknown:
    "This code does not work: it has expired, been used or been mistyped. An admin gets a new one by writing “join code”.",
  form: {
    intro: "When one person is here twice, join the two: one memory, one weekly message. This cannot be undone.",
    kept: "The person who stays",
    other: "The same person on the other platform",
    prefers: "Where messages are read",
    submit: "Join",
    title: "Join people",
  },
  hasData: "There are rounds here already, so the companies can no longer be joined. The answers stay safe here.",
  joined:
    "Joined: this platform now belongs to {{company}}. One memory, the same workbooks on both. If a team has a channel on each, write to me in the channel here “join team” and the team's name.",
  joinPeople:
    "One person may be here twice, once on each platform. Pick the two, and they have one memory and one weekly message.",
  joinPeopleButton: "Join people",
  noOtherTeam: "There are no other teams yet that this channel could join.",
  onlyAdmin: "An admin does this: {{names}}.",
  peopleJoined: "Joined. {{name}} is one person now, and messages come here: {{platform}}.",
  pickOther: "Pick another person.",
  pickPerson: "Pick a person.",
  sameCompany: "This platform belongs to the same company already.",
  samePlatform:
    "These two are on the same platform, so they are different people. Pick someone from the other platform.",
  teamHasRounds: "This channel has rounds of its own already, so it stays a team of its own.",
  teamInChannel: "Write this in the channel that is to join the team.",
  teamJoined_one: "This channel belongs to the team {{team}} now. One person came along.",
  teamJoined_other: "This channel belongs to the team {{team}} now. {{count}} people came along.",
  teamUnknown: "I found no team “{{name}}”. Teams: {{teams}}.",
} as const;
