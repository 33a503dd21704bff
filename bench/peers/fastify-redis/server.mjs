// The usual stack for a flash sale: two Fastify workers, one Redis script that decides and appends.
//   PORT=18082 REDIS_PORT=18083 node server.mjs
import cluster from 'node:cluster';
import { readFileSync } from 'node:fs';
import fastify from 'fastify';
import Redis from 'ioredis';

const WORKERS = 2;
const MOST_A_VIEWER = 1_000_000;

const order = {
  type: 'object',
  required: ['key', 'viewer', 'offer', 'quantity', 'guide'],
  properties: {
    key: { type: 'string' },
    viewer: { type: 'integer' },
    offer: { type: 'integer' },
    quantity: { type: 'integer', minimum: 1 },
    guide: { type: 'integer' },
  },
};

async function serve() {
  const redis = new Redis({ host: '127.0.0.1', port: Number(process.env.REDIS_PORT), enableAutoPipelining: true });
  redis.defineCommand('reserve', {
    numberOfKeys: 4,
    lua: readFileSync(new URL('reserve.lua', import.meta.url), 'utf8'),
  });
  const server = fastify();
  server.post('/orders', { schema: { body: order } }, async (request, reply) => {
    const { key, viewer, offer, quantity, guide } = request.body;
    const [outcome, id] = await redis.reserve(
      'keys', `viewers:${offer}`, `stock:${offer}`, 'orders', key, viewer, quantity, MOST_A_VIEWER, guide);
    reply.code(outcome === 'RESERVED' ? 201 : 409);
    return { outcome, order: id };
  });
  await server.listen({ host: '127.0.0.1', port: Number(process.env.PORT) });
}

if (cluster.isPrimary) {
  for (let worker = 0; worker < WORKERS; worker++) {
    cluster.fork();
  }
} else {
  await serve();
}
