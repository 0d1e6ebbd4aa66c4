package id.narahubung.requests;

import id.narahubung.companies.ReleaseRuleStore;
import id.narahubung.data.Database;
import id.narahubung.evidence.EvidenceStore;
import id.narahubung.ledger.Ledger;
import id.narahubung.ledger.Once;
import id.narahubung.platforms.PlatformStore;
import id.narahubung.roster.RosterStore;
import id.narahubung.rules.AnnounceOrders;
import id.narahubung.rules.OrderNoticeStore;
import id.narahubung.rules.RuleStore;
import id.narahubung.web.Pages;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The feature's parts, put together once: its stores, its commands, its pages. The portal takes the
 * pages; the demonstration and the tests take the commands.
 */
public final class RequestDesk {

  private final Ledger ledger;
  private final RuleStore rules = new RuleStore();
  private final PlatformStore platforms = new PlatformStore();
  private final RequestStore requests = new RequestStore();
  private final DraftStore drafts = new DraftStore();
  private final RequestListStore lists = new RequestListStore();
  private final QueueStore queue = new QueueStore();
  private final ItemStore items = new ItemStore();
  private final RestrictedStore restricted = new RestrictedStore();
  private final PreviewStore previews = new PreviewStore(items, platforms);
  private final BlockListStore blockLists = new BlockListStore();
  private final DraftUploadStore uploads = new DraftUploadStore();
  private final DraftReturnStore returns = new DraftReturnStore();
  private final FactStore facts = new FactStore();
  private final AnswerStore answers = new AnswerStore();
  private final MessageStore messages = new MessageStore();
  private final EvidenceStore evidence = new EvidenceStore();
  private final FindingStore findings = new FindingStore();
  private final RoundStore rounds = new RoundStore();
  private final ReappearanceStore reappearances = new ReappearanceStore();
  private final StandingStore standings = new StandingStore(facts, reappearances);
  private final ObjectionStore objections = new ObjectionStore();
  private final OutageStore outages = new OutageStore();
  private final HoldStore holds = new HoldStore();
  private final RecheckStore rechecks = new RecheckStore(rules);
  private final AnswerDraftStore answerDrafts = new AnswerDraftStore();
  private final OrderNoticeStore notices = new OrderNoticeStore();
  private final ReleaseRuleStore releaseRules = new ReleaseRuleStore();
  private final RosterStore roster = new RosterStore();
  private final HasteStore hastes = new HasteStore();
  private final ItemDesk desk;

  public RequestDesk(Ledger ledger) {
    this.ledger = ledger;
    this.desk = new ItemDesk(requests, items, facts, standings, ledger);
  }

  public RequestRoutes.RequestSide pages(
      Database db, Pages pages, InstantSource clock, LetterBox letters, QueueCounters others) {
    Once once = new Once(db, ledger);
    DraftPages.Stores stores =
        new DraftPages.Stores(
            requests,
            drafts,
            items,
            messages,
            rules,
            platforms,
            previews,
            blockLists,
            returns,
            evidence,
            queue,
            notices,
            ledger);
    DraftPages draftPages =
        new DraftPages(
            db,
            pages,
            once,
            stores,
            new DraftPages.Commands(
                save(),
                submit(),
                discard(),
                restore(),
                giveBack(),
                send(),
                announce(),
                sendInHaste(),
                see()));
    ItemActs acts = new ItemActs(db, pages, once, queue, facts, rules, new Sitting(db, takeNext()));
    return new RequestRoutes.RequestSide(
        new QueuePages(
            db,
            pages,
            queue,
            lists,
            rules,
            platforms,
            holds,
            answerDrafts,
            roster,
            hastes,
            acts,
            letters,
            others),
        new RequestListPages(db, pages, lists, rules, platforms),
        new ExportPages(db, queue, requests, lists, rules, facts, answerDrafts, stores),
        new RequestPages(
            db,
            pages,
            once,
            new RequestPages.Stores(
                requests,
                items,
                facts,
                answerDrafts,
                messages,
                evidence,
                rules,
                platforms,
                roster,
                hastes,
                ledger),
            new RequestPages.Commands(see(), acknowledge(), write(), withdrawRequest()),
            letters),
        new ItemPages(
            db,
            pages,
            requests,
            items,
            facts,
            rechecks,
            answerDrafts,
            evidence,
            rules,
            platforms,
            see(),
            letters),
        draftPages,
        new HastePages(db, pages, once, hastes, confirmSending()),
        new SplitPages(db, draftPages, stores, split(), handOver()),
        new OverridePages(draftPages, override()),
        new UploadPages(db, pages, draftPages, stores, uploads, save()),
        sheets(db, pages, once),
        acts,
        new TakeBackPages(
            db, pages, once, new TakeBackPages.Stores(answers, queue, facts, rules), takeBack()),
        new AnswerDraftPages(
            db,
            pages,
            once,
            new AnswerDraftPages.Stores(answerDrafts, queue, facts, rules),
            new AnswerDraftPages.Commands(release(), returnAnswers(), dropDrafts())),
        new RestrictedPages(
            db,
            pages,
            once,
            requests,
            items,
            new RestrictedPages.Commands(showRestricted(), describe())),
        new RecheckSamplePages(db, pages, new RecheckSampleStore(), items),
        new RequestRoutes.ActForms(
            new AnswerForm(answer(), clock),
            CheckForm.first(check(), clock),
            CheckForm.again(check(), clock),
            new RedraftForm(redraft()),
            new RulingForm(rule()),
            new ClarificationForm(reply()),
            new WithdrawalForm(withdrawItems()),
            new ExtensionForm(extend()),
            new HoldForm(hold(), holds, clock),
            new ObjectionForm(object()),
            new ObjectionDecisionForm(decideObjection(), true),
            new ObjectionDecisionForm(decideObjection(), false)));
  }

  private AnswerSheetPages sheets(Database db, Pages pages, Once once) {
    AnswerSheetRules judge = new AnswerSheetRules(queue, facts, requests, rules, answer());
    return new AnswerSheetPages(
        db,
        pages,
        new OpenItems(db, queue, requests, rules),
        rules,
        new AnswerSheetStore(),
        judge,
        new AnswerBySheet(db, once, judge, answer()),
        answer());
  }

  public OutagePages outages(Database db, Pages pages) {
    return new OutagePages(
        db,
        pages,
        new Once(db, ledger),
        outages,
        requests,
        items,
        new OutageReach(facts),
        decideOutage());
  }

  /** What gives the signs of life. */
  public NoticeOutages noticeOutages(Supplier<UUID> acts) {
    return new NoticeOutages(outages, ledger, acts);
  }

  public DecideOutage decideOutage() {
    return new DecideOutage(outages, requests, items, new OutageReach(facts), standings, ledger);
  }

  /** What runs at night: do the stored columns still follow from the facts? */
  public StandingCheck check(Database db, Supplier<UUID> acts) {
    return new StandingCheck(db, items, facts, standings, ledger, acts);
  }

  /** What draws each week's samples of items to be looked at again. */
  public DrawRechecks drawRechecks(Database db, Supplier<UUID> random) {
    return new DrawRechecks(db, new RecheckSampleStore(), rules, ledger, random);
  }

  public RuleStore rules() {
    return rules;
  }

  public PreviewStore previews() {
    return previews;
  }

  public RequestStore requests() {
    return requests;
  }

  public DraftStore drafts() {
    return drafts;
  }

  public ItemStore items() {
    return items;
  }

  public FactStore facts() {
    return facts;
  }

  public SaveDraft save() {
    return new SaveDraft(requests, drafts, items, standings, rules, uploads, returns, ledger);
  }

  public SubmitDraft submit() {
    return new SubmitDraft(requests, drafts, split(), rules, ledger);
  }

  public DiscardDraft discard() {
    return new DiscardDraft(requests, drafts, ledger);
  }

  public RestoreDraft restore() {
    return new RestoreDraft(requests, drafts, ledger);
  }

  public ShowRestricted showRestricted() {
    return new ShowRestricted(items, restricted, ledger);
  }

  public DescribeItems describe() {
    return new DescribeItems(requests, drafts, items, restricted, ledger);
  }

  public OverrideNeed override() {
    return new OverrideNeed(requests, drafts, rules, ledger);
  }

  public SplitDraft split() {
    return new SplitDraft(requests, drafts, save(), ledger);
  }

  public HandOver handOver() {
    return new HandOver(requests, drafts, previews, save(), blockLists, ledger);
  }

  public ReturnDraft giveBack() {
    return new ReturnDraft(requests, drafts, messages, returns, ledger);
  }

  public SendRequest send() {
    return new SendRequest(
        requests,
        drafts,
        rounds,
        standings,
        rules,
        new StrikeRows(requests, drafts, items, save(), messages, ledger),
        notices,
        ledger);
  }

  public AnnounceOrders announce() {
    return new AnnounceOrders(notices, ledger);
  }

  public SendInHaste sendInHaste() {
    return new SendInHaste(requests, hastes, rules, send());
  }

  public ConfirmSending confirmSending() {
    return new ConfirmSending(requests, drafts, hastes, ledger);
  }

  public SeeRequest see() {
    return new SeeRequest(new VisitStore(), ledger);
  }

  public AcknowledgeRequest acknowledge() {
    return new AcknowledgeRequest(requests, standings, ledger);
  }

  public WriteMessage write() {
    return new WriteMessage(requests, messages, ledger);
  }

  public AnswerItems answer() {
    return new AnswerItems(
        desk, new AnswerItems.Stores(items, answers, answerDrafts, holds, rules, releaseRules));
  }

  public ReleaseAnswers release() {
    return new ReleaseAnswers(draftDesk(), facts, answer());
  }

  public ReturnAnswers returnAnswers() {
    return new ReturnAnswers(draftDesk(), answerDrafts);
  }

  public DropAnswerDrafts dropDrafts() {
    return new DropAnswerDrafts(draftDesk(), answerDrafts);
  }

  private AnswerDraftDesk draftDesk() {
    return new AnswerDraftDesk(requests, items, answerDrafts, ledger);
  }

  public HoldItems hold() {
    return new HoldItems(items, holds, roster);
  }

  public TakeNext takeNext() {
    return new TakeNext(queue, holds, hold());
  }

  public TakeBackAnswers takeBack() {
    return new TakeBackAnswers(desk, answers, answer());
  }

  public CheckItems check() {
    return new CheckItems(desk, findings, rechecks, reappearances);
  }

  public AcceptOnSample acceptOnSample() {
    return new AcceptOnSample(desk, findings);
  }

  public RedraftItems redraft() {
    return new RedraftItems(requests, items, reappearances, rules, save());
  }

  public RuleOnItems rule() {
    return new RuleOnItems(desk, findings, rounds, rules);
  }

  public ObjectToDecision object() {
    return new ObjectToDecision(desk, objections, rules);
  }

  public DecideObjection decideObjection() {
    return new DecideObjection(desk, objections, rounds, rules);
  }

  public ReplyToClarification reply() {
    return new ReplyToClarification(desk, findings, rounds, rules);
  }

  public ExtendItems extend() {
    return new ExtendItems(desk, rounds);
  }

  public WithdrawItems withdrawItems() {
    return new WithdrawItems(desk, findings);
  }

  public WithdrawRequest withdrawRequest() {
    return new WithdrawRequest(requests, items, findings, standings, ledger);
  }
}
