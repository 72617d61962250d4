// The house's boundaries (design §3), one sentence a rule, written to whoever broke it.

/** Rooms of shared/casework in order: a room imports only rooms before it. */
const rooms = [
  'audit',
  'outbox',
  'people',
  'privacy',
  'clocks',
  'cases',
  'queues',
  'correspondence',
  'records',
  'intake',
  'mailroom',
  'visits',
  'appointments',
  'supervision',
];

const roomRules = rooms.slice(0, -1).map((room, index) => ({
  name: `casework-room-${room}-looks-back`,
  comment: `The room ${room} imports only rooms before it: move the shared part to an earlier room.`,
  severity: 'error',
  from: { path: `^shared/casework/src/${room}/`, pathNot: '\\.test\\.tsx?$|/test/' },
  to: { path: `^shared/casework/src/(${rooms.slice(index + 1).join('|')})/` },
}));

const shared = ['kernel', 'platform', 'catalogue', 'jobs', 'channels', 'casework', 'pages'];
const onlyShared = (name, allowed) => ({
  name: `${name}-imports-only-${allowed.join('-') || 'nothing'}`,
  comment: `shared/${name} may import ${allowed.map((one) => `shared/${one}`).join(', ') || 'no other room'}: pass a value in, or move the code.`,
  severity: 'error',
  from: { path: `^shared/${name}/`, pathNot: '\\.test\\.tsx?$|/test/' },
  to: { path: `^shared/(${shared.filter((one) => one !== name && !allowed.includes(one)).join('|')})/` },
});

const channelNames = ['web', 'phone', 'mail', 'counter'];

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'A circle, type-only ones included: move what both need into a file of its own.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    onlyShared('kernel', []),
    onlyShared('platform', ['kernel']),
    onlyShared('catalogue', ['kernel']),
    onlyShared('jobs', ['kernel']),
    onlyShared('channels', ['kernel', 'catalogue']),
    onlyShared('pages', ['kernel', 'catalogue']),
    onlyShared('casework', ['kernel', 'platform', 'catalogue', 'jobs']),
    {
      name: 'kernel-uses-no-package',
      comment: 'The kernel imports nothing but Node itself.',
      severity: 'error',
      from: { path: '^shared/kernel/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypesNot: ['core', 'local'], pathNot: '^shared/kernel/' },
    },
    ...channelNames.map((name) => ({
      name: `channel-${name}-knows-no-other-channel`,
      comment: 'Channels derive from the definition and never from each other.',
      severity: 'error',
      from: { path: `^shared/channels/${name}/` },
      to: { path: `^shared/channels/(${channelNames.filter((one) => one !== name).join('|')})/` },
    })),
    ...roomRules,
    {
      name: 'shared-knows-no-door-and-no-hand',
      comment: 'Shared rooms are called by doors and hands and never call them.',
      severity: 'error',
      from: { path: '^shared/', pathNot: '\\.test\\.tsx?$|/test/' },
      to: { path: '^(services|workers|infra|tests)/' },
    },
    {
      name: 'doors-and-hands-stand-alone',
      comment: 'A process imports no other process: what two need is a verb or a page.',
      severity: 'error',
      from: { path: '^(services|workers)/([^/]+)/', pathNot: '\\.test\\.tsx?$|/test/' },
      to: { path: '^(services|workers|infra|tests)/', pathNot: '^$1/$2/' },
    },
    {
      name: 'sql-driver-only-in-platform-and-casework',
      comment: 'Doors and hands call verbs; only platform and casework import postgres.',
      severity: 'error',
      from: { pathNot: '^(shared/platform|shared/casework|infra|tests)/' },
      to: { path: 'node_modules/postgres/' },
    },
    {
      name: 'job-queues-only-in-relay-and-platform',
      comment: 'Only the relay enqueues, and only platform runs workers: write an outbox row instead.',
      severity: 'error',
      from: { pathNot: '^(workers/relay|shared/platform|tests)/' },
      to: { path: 'node_modules/bullmq/' },
    },
    {
      name: 'telephone-provider-only-in-its-seam',
      comment: 'A platform that speaks TwiML can take its place by one file.',
      severity: 'error',
      from: { pathNot: '^(shared/channels/phone/src/provider\\.ts|tests/)|\\.test\\.tsx?$' },
      to: { path: 'node_modules/twilio/' },
    },
    {
      name: 'tests-stay-out-of-the-product',
      comment: 'Product code imports no test.',
      severity: 'error',
      from: { path: '^(shared|services|workers|infra)/', pathNot: '\\.test\\.tsx?$|/test/' },
      to: { path: '^tests/|\\.test\\.tsx?$' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'node_modules/.*/node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
