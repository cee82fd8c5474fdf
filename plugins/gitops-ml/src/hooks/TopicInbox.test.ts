import { TopicInbox } from './TopicInbox';

describe('TopicInbox', () => {
  it('asks on a topic of the answer, and on no other', () => {
    const inbox = new TopicInbox();
    inbox.begin();
    expect(inbox.end({ topic: 'a', topics: ['b'] })).toBe(false);
    expect(inbox.hear('x')).toBe(false);
    expect(inbox.hear('a')).toBe(true);
    expect(inbox.hear('b')).toBe(true);
  });

  it('keeps what it hears during a request until that is done, once', () => {
    const inbox = new TopicInbox();
    inbox.begin();
    expect(inbox.hear('a')).toBe(false);
    expect(inbox.hear('x')).toBe(false);
    expect(inbox.end({ topics: ['a'] })).toBe(true);
    inbox.begin();
    expect(inbox.end({ topics: ['a'] })).toBe(false);
  });

  it('knows the topics still when a request has failed', () => {
    const inbox = new TopicInbox();
    inbox.begin();
    inbox.end({ topic: 'a' });
    inbox.begin();
    expect(inbox.end()).toBe(false);
    expect(inbox.hear('a')).toBe(true);
  });
});
