import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import {
  newTuple,
  release13,
  unknownRelease,
} from '../../__testUtils__/fixtures/live/parts';
import {
  describeAnswer,
  describeRelease,
} from '../../view-model/live/describeAnswer';
import { StateTuple } from './StateTuple';

const renderCells = (cells: ReturnType<typeof describeAnswer>) =>
  render(
    <MemoryRouter>
      <table>
        <tbody>
          <tr>
            <StateTuple cells={cells} />
          </tr>
        </tbody>
      </table>
    </MemoryRouter>,
  );

const texts = () => screen.getAllByRole('cell').map(cell => cell.textContent);

describe('a state in five cells', () => {
  it('keeps zero, none and unknown apart', () => {
    renderCells(
      describeAnswer({
        status: 'known',
        tuple: {
          ...newTuple,
          features: { status: 'known', views: 0, services: 0 },
          model: { status: 'none', reason: 'Nothing was trained yet.' },
          data: { status: 'unknown', reason: 'The lock is broken.' },
        },
      }),
    );
    expect(texts()).toEqual([
      'git:a80b77141 files',
      '0 views0 services',
      '?',
      '—',
      '5 filesinfra/staging',
    ]);
    expect(
      screen.getByRole('img', { name: 'None: Nothing was trained yet.' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('img', { name: 'Unknown: The lock is broken.' }),
    ).toBeInTheDocument();
  });

  it('does not call known what says nothing, or in a word it does not know', () => {
    renderCells(
      describeAnswer({
        status: 'known',
        tuple: {
          ...newTuple,
          code: { status: 'known' },
          commit: undefined,
          model: { status: 'guessed', models: [{ name: 'fraud' }] },
        },
      }),
    );
    expect(texts()[0]).toBe('?');
    expect(texts()[3]).toBe('?');
  });

  it('shows several models as the first and a count', () => {
    renderCells(
      describeAnswer({
        status: 'known',
        tuple: {
          ...newTuple,
          model: {
            status: 'known',
            models: [
              {
                name: 'a-model-with-a-name-as-long-as-this-one-is',
                version: 'v1',
              },
              { name: 'b' },
            ],
          },
        },
      }),
    );
    expect(texts()[3]).toBe(
      'a-model-with-a-name-as-long-as-this-one-is v1and 1 more',
    );
  });

  it('shows a release as what it says of itself, and nothing of the rest', () => {
    renderCells(describeRelease(release13));
    expect(texts()).toEqual([
      '?',
      'features:0b7e3cdas trained',
      'data:77ab02das trained',
      'fraud v1.3.0',
      '?',
    ]);
  });

  it('says of pods without a release why they are not known', () => {
    renderCells(describeRelease(unknownRelease));
    expect(
      screen.getAllByRole('img', {
        name: 'Unknown: The pods mount no release ConfigMap.',
      }),
    ).toHaveLength(5);
  });
});
