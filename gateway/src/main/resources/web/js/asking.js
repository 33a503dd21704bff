import { jittered } from './random.js';

/** Pauses between the tries of one press; after the last try the viewer is asked. */
const RETRY_PAUSES_MS = [400, 1_000, 2_500];
/** A server that asks for a longer wait than this gets its wait from the viewer. */
const LONGEST_WAIT_MS = 5_000;

/**
 * Makes one call until the server has given a definite answer, or for some tries. The call carries an idempotency key, so
 * that all tries together have the effect of one.
 *
 * @param call makes it once
 * @returns {Promise<{answer: object} | {problem: object, definite: boolean}>} `definite` is false when nothing is known
 */
export async function askUntilAnswered(call, session, api) {
  for (let attempt = 0; ; attempt++) {
    try {
      return { answer: await call() };
    } catch (failure) {
      const problem = failure.problem ?? { code: 'UNREACHABLE' };
      if (failure.definite) return { problem, definite: true };
      if (attempt >= RETRY_PAUSES_MS.length || !(await mayRetry(failure, RETRY_PAUSES_MS[attempt], session, api))) {
        return { problem, definite: false };
      }
    }
  }
}

async function mayRetry(failure, pauseMs, session, api) {
  if (failure.problem?.status === 401 && !(await signInAgain(session, api))) return false;
  const wait = Math.max(jittered(pauseMs), failure.retryAfterMs ?? 0);
  if (wait > LONGEST_WAIT_MS) return false;
  await new Promise((resolve) => setTimeout(resolve, wait));
  return true;
}

async function signInAgain(session, api) {
  if (!session.expire()) return false;
  try {
    await session.signIn(api);
    return true;
  } catch {
    return false;
  }
}
