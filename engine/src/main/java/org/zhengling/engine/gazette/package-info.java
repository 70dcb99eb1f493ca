/**
 * Reads a city's gazette: its documents, what each clause orders, who shall do it by when, and the
 * chronicle.
 *
 * <p>Input: the text of one gazette or one document, as {@link
 * org.zhengling.engine.gazette.GazetteReader#read} takes it. Output: a {@link
 * org.zhengling.engine.gazette.Gazette} whose every item keeps its place in the source.
 *
 * <ol>
 *   <li>Lines ({@code SourceLine}): markup off ({@code Markup}), columns kept ({@code Cuts}).
 *   <li>Sections ({@code Divider}): table of contents ({@code Contents}), documents, chronicle;
 *       page furniture out ({@code Furniture}).
 *   <li>Head of each document ({@code Head}): labels ({@code Labels}), number ({@code
 *       PrintedNumber}), title, note on its adoption ({@code Adoption}), addressees.
 *   <li>Body of each document ({@code Body}): signature ({@code Signature}), annexes ({@code
 *       Annexes}), prose.
 *   <li>Paragraphs ({@code Paragraphs}): what a page break tore apart is joined.
 *   <li>Clauses ({@code ClauseReader}).
 *   <li>Tasks ({@code TaskReader}): units from brackets ({@code Attribution}) or from the grammar
 *       of a sentence ({@code Subject}), deadlines as types ({@code DeadlineReader}).
 *   <li>Figures that are goals ({@code IndicatorReader}): quantities ({@code QuantityReader}) by
 *       the words around them ({@code FigureWords}); references ({@code ReferenceReader}) with
 *       effect.
 *   <li>Chronicle ({@code ChronicleReader}): kind and places ({@code EventWords}), people with
 *       their posts ({@code PeopleReader}).
 * </ol>
 *
 * <p>Every step is linear in the length of the text and knows forms of words, never names. Failure:
 * there is none for a text; whatever cannot be placed is listed in {@code unplaced}, never dropped,
 * and what is doubtful carries a low confidence. Reading the same text twice gives the same result.
 */
@NullMarked
package org.zhengling.engine.gazette;

import org.jspecify.annotations.NullMarked;
