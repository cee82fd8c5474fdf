// The catalog's discovery in Gitea, in a process of its own: it imports an ES
// module at run time, which jest can't. Prints what it found.
const { ConfigReader } = require('@backstage/config');
const {
  GiteaEntityProvider,
} = require('@backstage/plugin-catalog-backend-module-gitea');

const say = message => process.stderr.write(`${message}\n`);
const logger = { child: () => logger, debug() {}, info() {}, warn: say };
logger.error = message => {
  say(message);
  process.exitCode = 1;
};

const config = new ConfigReader(JSON.parse(process.argv[2]));
const [provider] = GiteaEntityProvider.fromConfig(config, {
  logger,
  schedule: { run: ({ fn }) => fn() },
});
provider.connect({
  async applyMutation({ entities }) {
    const targets = entities.map(({ entity }) => entity.spec.target);
    process.stdout.write(JSON.stringify(targets));
  },
});
