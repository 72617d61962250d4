import type { Piece } from '@guichet/casework';
import { pageText } from '@guichet/channels/mail';
import { formatReference } from '@guichet/kernel';
import { CsrfField, ErrorSummary, formatInstant, words } from '@guichet/pages';
import { PieceLink } from './piece-link.tsx';
import { pieceHref, type PieceLook, pieceName, type PiecePageProps, turns, zooms } from './piece-look.ts';
import { PieceWords } from './piece-words.tsx';

/** Draws one original of a case: its picture with its tools, its text beside, and what proves that it is as it came. */
export function PiecePage(props: PiecePageProps) {
  const { language, reference, piece, look } = props;
  const { work } = words(language);
  const { free } = work;
  const { turn, zoom } = look;
  const href = (change: Partial<PieceLook>) => pieceHref(reference, piece.id, { turn, zoom, ...change });
  return (
    <>
      <a class="back" href={`/cases/${reference}`}>
        {free.backToCase} {formatReference(reference)}
      </a>
      <ErrorSummary language={language} problems={props.problems} hrefOf={() => '#q-words'} />
      <h1>
        {pieceName(piece, language)} <span class="count">{free.pieceOf(piece.place, piece.of)}</span>
      </h1>
      <form method="post">
        <CsrfField token={props.csrf} />
        <nav class="piece-tools" aria-label={free.viewer}>
          {piece.previous ? (
            <PieceLink
              href={pieceHref(reference, piece.previous)}
              words={look.words}
              rel="prev"
              shortcut="previous"
            >
              {free.previous}
            </PieceLink>
          ) : null}
          {piece.next ? (
            <PieceLink href={pieceHref(reference, piece.next)} words={look.words} rel="next" shortcut="next">
              {free.next}
            </PieceLink>
          ) : null}
          {isPicture(piece) ? (
            <>
              <PieceLink
                href={href({ turn: turns[(turns.indexOf(look.turn) + 1) % turns.length] ?? 0 })}
                words={look.words}
                shortcut="turn"
              >
                {free.turn}
              </PieceLink>
              <span>
                {free.zoomLabel}{' '}
                {zooms.map((zoom) => (
                  <>
                    <PieceLink
                      href={href({ zoom })}
                      words={look.words}
                      shortcut={keyOf(zoom, look.zoom)}
                      current={zoom === look.zoom ? 'true' : undefined}
                    >
                      {free.zoomTo(zoom)}
                    </PieceLink>{' '}
                  </>
                ))}
              </span>
            </>
          ) : null}
          <a href={`/evidence/${piece.id}?original`}>{free.download}</a>
        </nav>
      </form>
      <div class="verify">
        <Original {...props} />
        <div>
          <PieceWords {...props} />
          {piece.text === null ? null : (
            <section aria-labelledby="piece-text">
              <h2 id="piece-text">{free.pageText}</h2>
              {piece.text.length === 0 ? (
                <p class="quiet">{free.noText}</p>
              ) : (
                <p class="page-text" lang={piece.language ?? 'fr'}>
                  {pageText(piece.text)}
                </p>
              )}
            </section>
          )}
          <Proof {...props} />
        </div>
      </div>
    </>
  );
}

/** The sizes beside the one shown are a key away. */
function keyOf(zoom: PieceLook['zoom'], shown: PieceLook['zoom']): string | undefined {
  const step = zooms.indexOf(zoom) - zooms.indexOf(shown);
  return step === 1 ? 'larger' : step === -1 ? 'smaller' : undefined;
}

const isPicture = ({ mediaType }: Piece) => /^image\/(?:png|jpeg|webp)$/.test(mediaType);

/** A picture, a player, or a link to what a browser shows by itself. */
function Original({ language, piece, look }: PiecePageProps) {
  const { work } = words(language);
  const { free } = work;
  const name = pieceName(piece, language);
  const src = `/evidence/${piece.id}`;
  if (piece.mediaType.startsWith('audio/'))
    return <audio class="player" controls preload="none" src={src} aria-label={work.case.listen}></audio>;
  if (!isPicture(piece))
    return (
      <p>
        <a href={src}>{[free.open, name].join(', ')}</a>
      </p>
    );
  const spots = piece.size === null ? [] : (piece.match?.spots ?? []);
  return (
    <div
      class={`piece-picture piece-zoom-${look.zoom}`}
      role="region"
      aria-label={free.picture(name)}
      tabindex={0}
    >
      <div class={`piece-turned piece-turn-${look.turn}`}>
        <img class="page-image" src={src} alt={free.picture(name)} />
        {piece.size === null || spots.length === 0 ? null : (
          <svg
            class="piece-marks"
            viewBox={`0 0 ${piece.size.width} ${piece.size.height}`}
            aria-hidden="true"
          >
            {spots.map(({ x, y, width, height }) => (
              <rect x={x - 8} y={y - 8} width={width + 16} height={height + 16} />
            ))}
          </svg>
        )}
      </div>
    </div>
  );
}

function Proof({ language, piece }: PiecePageProps) {
  const { free } = words(language).work;
  const { scannedIn } = piece;
  return (
    <dl class="found-facts">
      <div>
        <dt>{free.receivedOn}</dt>
        <dd>{formatInstant(piece.receivedAt, language)}</dd>
      </div>
      {piece.sha256 === null ? null : (
        <div>
          <dt>{free.hash}</dt>
          <dd>
            <code>{piece.sha256}</code>
          </dd>
        </div>
      )}
      {scannedIn === null ? null : (
        <div>
          <dt>{free.batchFile}</dt>
          <dd>
            {scannedIn.fileName === null ? null : `${scannedIn.fileName}, `}
            {formatInstant(scannedIn.receivedAt, language)}
            {scannedIn.sha256 === null ? null : (
              <>
                <br />
                <code>{scannedIn.sha256}</code>
              </>
            )}
          </dd>
        </div>
      )}
    </dl>
  );
}
