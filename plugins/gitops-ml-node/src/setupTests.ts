// A deadline is for what hangs: machines are slow at times, and no test is about time.
jest.setTimeout(120_000);
