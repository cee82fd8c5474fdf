import { SharedQuestions } from './SharedQuestions';

/** Work whose ends the test decides on. */
function createWork() {
  const ends: (() => void)[] = [];
  const work = () =>
    new Promise<number>(resolve => {
      const number = ends.length + 1;
      ends.push(() => resolve(number));
    });
  return { ends, work };
}

describe('SharedQuestions', () => {
  it('answers who comes meanwhile by one more question', async () => {
    const questions = new SharedQuestions<number>();
    const { ends, work } = createWork();
    const first = questions.ask('a', work);
    const later = [questions.ask('a', work), questions.ask('a', work)];
    expect(ends).toHaveLength(1);
    ends[0]();
    expect(await first).toBe(1);
    await new Promise(setImmediate);
    expect(ends).toHaveLength(2);
    ends[1]();
    expect(await Promise.all(later)).toEqual([2, 2]);
  });

  it('asks different questions beside one another', () => {
    const questions = new SharedQuestions<number>();
    const { ends, work } = createWork();
    void questions.ask('a', work);
    void questions.ask('b', work);
    expect(ends).toHaveLength(2);
  });

  it('asks again after a failure, also for who waits', async () => {
    const questions = new SharedQuestions<number>();
    const failing = questions.ask('a', async () => {
      throw new Error('gone');
    });
    const waiting = questions.ask('a', async () => 7);
    await expect(failing).rejects.toThrow('gone');
    expect(await waiting).toBe(7);
    expect(await questions.ask('a', async () => 8)).toBe(8);
  });
});
