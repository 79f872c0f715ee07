//! After warm-up a worker allocates nothing a token: memory is cleared, not freed.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // a test may panic; clippy.toml knows #[test] alone
#![allow(unsafe_code)] // a counting allocator can't be written without

use nghisu::{Input, Pipeline};
use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

struct Counting;

thread_local! {
    static ALLOCATIONS: Cell<u64> = const { Cell::new(0) };
}

// SAFETY: every call is handed on to the system's allocator unchanged.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.with(|n| n.set(n.get() + 1));
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        ALLOCATIONS.with(|n| n.set(n.get() + 1));
        unsafe { System.realloc(pointer, layout, size) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

const PARAGRAPHS: &str = "Sáng ngày 19/7/2024, tại Trụ sở Chính phủ, Thủ tướng Phạm Minh Chính chủ trì Hội nghị về cải cách hành chính với lãnh đạo Bộ Tài chính, UBND tỉnh Long An.
Bộ trưởng Bộ Nội vụ Phạm Thị Thanh Trà cho biết, đến hết năm 2023, tỷ lệ hồ sơ trực tuyến đạt 45,7%, tăng 3,2% so với cùng kỳ năm 2022; 52/63 địa phương đã ban hành kế hoạch.
Thủ tướng yêu cầu các bộ, ngành khẩn trương rà soát Nghị định số 45/2020/NĐ-CP, báo cáo trước ngày 30/9.
Theo ông Nguyễn Văn An, 1.250 tỷ đồng đã được bố trí cho giai đoạn 2021-2025.
";

#[test]
fn a_warm_worker_allocates_nothing_a_token() {
    let pipeline = Pipeline::new().unwrap();
    let mut worker = pipeline.worker();
    let text = PARAGRAPHS.repeat(20);
    let input = Input { id: "a", text: &text, ..Input::default() };
    let mut out = Vec::new();
    let mut run = || {
        out.clear();
        let before = ALLOCATIONS.with(Cell::get);
        let annotated = worker.run(&input);
        annotated.write_document(&mut out);
        annotated.write_events(&mut out);
        let allocated = ALLOCATIONS.with(Cell::get) - before;
        (allocated, annotated.token_count(), annotated.event_count())
    };
    let (cold, ..) = run();
    run();
    let (warm, tokens, events) = run();
    assert!(cold > 0, "the counter counts");
    assert!(tokens > 2_000);
    // An event's lists of people are gathered in small vectors, a figure's series is named in a
    // string, and long lists of events are sorted with a buffer; nothing else may allocate.
    assert!(
        warm <= events as u64 && warm * 20 < tokens as u64,
        "{warm} allocations over {tokens} tokens and {events} events of a text seen before"
    );
}
