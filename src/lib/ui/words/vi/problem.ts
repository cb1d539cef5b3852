// One sentence for every problem: what is the matter and what to do about it. A code without a sentence does not compile.

import type { ProblemCode } from '../../../domain/problem.ts';

export const problem: Record<ProblemCode, string> = {
	'card.notCard': 'Đây không phải mã trên thẻ căn cước. Hãy quét mã QR in trên thẻ.',
	'card.vneid': 'Mã VNeID chỉ để xuất trình cho cơ quan, không quét vào đây. Hãy quét mã QR in trên thẻ.',
	'card.bank': 'Đây là mã ngân hàng. Hãy quét mã QR in trên thẻ căn cước.',
	'card.url': 'Đây là mã mở trang web, không được mở. Hãy quét mã QR in trên thẻ căn cước.',
	'card.healthInsurance': 'Đây là mã trên thẻ bảo hiểm y tế. Hãy quét mã trên thẻ căn cước.',
	'card.contact': 'Đây là mã danh bạ hoặc Wi-Fi. Hãy quét mã trên thẻ căn cước.',
	'card.joinCode': 'Đây là mã mời tình nguyện viên. Hãy quét mã trên thẻ căn cước.',
	'card.tooLong': 'Mã này dài quá, không phải mã trên thẻ căn cước. Hãy quét đúng mã in trên thẻ.',
	'card.badNumber': 'Số định danh có đúng 12 chữ số. Xem lại thẻ rồi nhập lại.',
	'card.badName': 'Không đọc được họ tên. Xem thẻ rồi nhập tay.',
	'card.badBirth': 'Ngày sinh chưa đúng. Xem thẻ rồi nhập lại.',
	'card.badSex': 'Không đọc được giới tính. Xem thẻ rồi chọn lại.',
	'card.badIssued': 'Ngày cấp thẻ chưa đúng. Xem thẻ rồi nhập lại.',

	'camera.denied': 'Máy chưa cho phép dùng camera. Cho phép Camera trong phần cài đặt của trang này, hoặc nhập tay.',
	'camera.absent': 'Không tìm thấy camera. Hãy nhập tay.',
	'camera.busy': 'Ứng dụng khác đang dùng camera. Đóng ứng dụng đó rồi thử lại.',
	'camera.insecure': 'Địa chỉ này chưa an toàn (https) nên không dùng được camera. Hãy nhập tay.',
	'scan.unavailable': 'Máy này chưa đọc được mã. Hãy nhập tay, hoặc mở lại ứng dụng.',

	'field.required': 'Mục này cần điền.',
	'field.tooLong': 'Dài quá. Xin viết ngắn hơn.',
	'field.badDay': 'Ngày hoặc giờ chưa đúng. Viết như 05/09/1985.',
	'field.badPhone': 'Số điện thoại có 10 chữ số, bắt đầu bằng 0. Nhập lại.',
	'field.badChoice': 'Hãy chọn một trong các mục.',
	'field.noConsent': 'Chỉ ghi khi người dân đồng ý. Hỏi và đánh dấu đồng ý trước.',
	'field.reasonNeeded': 'Bước này khác thường. Hãy ghi ngắn gọn vì sao.',
	'note.secretCode': 'Ghi chú có vẻ chứa mã OTP hoặc passcode. Xóa mã đó đi, mình không giữ mã của ai.',
	'note.password': 'Ghi chú có vẻ chứa mật khẩu. Xóa đi, mình không giữ mật khẩu của ai.',
	'note.idNumber': 'Ghi chú có số định danh. Xóa đi, số chỉ nhập vào ô của nó.',
	'note.bankNumber': 'Ghi chú có vẻ chứa số tài khoản ngân hàng. Xóa đi, mình không giữ số này.',

	'join.badCode': 'Mã mời chưa đúng. Xem lại 16 ký tự trên màn hình của phường rồi nhập lại.',
	'join.used': 'Mã mời này đã dùng rồi. Nhờ cán bộ phường tạo mã mới.',
	'join.expired': 'Mã mời đã quá 10 phút. Nhờ cán bộ phường tạo mã mới.',
	'join.tooMany': 'Đã thử nhiều lần quá. Chờ 15 phút rồi thử lại, hoặc nhờ cán bộ phường.',
	'pin.tooShort': 'Mã PIN cần 6 đến 12 chữ số. Nên đặt 8 số.',
	'pin.tooEasy': 'Mã PIN này dễ đoán (số lặp hoặc số liên tiếp). Hãy chọn mã khác.',
	'pin.mismatch': 'Hai lần nhập chưa giống nhau. Nhập lại lần nữa.',
	'pin.wrong': 'Mã PIN chưa đúng. Nhập lại.',
	'pin.wait': 'Nhập sai nhiều lần nên máy tạm dừng. Chờ hết giờ rồi nhập lại.',
	'passkey.unavailable': 'Chưa mở được bằng vân tay hoặc khuôn mặt. Hãy dùng mã PIN.',
	'vault.locked': 'Ứng dụng đang khóa. Nhập mã PIN để mở.',
	'vault.damaged': 'Không mở được dữ liệu trên máy. Đừng xóa ứng dụng, mang máy đến phường để được giúp.',

	'store.full': 'Máy hết chỗ trống nên chưa lưu được. Xóa bớt ảnh hoặc ứng dụng rồi bấm lại.',
	'store.blocked':
		'Trình duyệt không cho lưu trên máy. Thoát chế độ ẩn danh, đóng các thẻ khác của ứng dụng rồi mở lại.',
	'store.failed': 'Chưa lưu được trên máy. Bấm lại; nếu vẫn lỗi thì mở lại ứng dụng.',

	'net.offline': 'Chưa có mạng. Việc đã ghi vẫn nằm trên máy và sẽ gửi khi có mạng.',
	'net.timeout': 'Mạng chậm quá. Bấm lại khi mạng khỏe hơn, không mất gì cả.',
	'net.notWard':
		'Mạng này không dẫn đến máy chủ của phường. Nếu là Wi-Fi cần đăng nhập thì đăng nhập trước, hoặc dùng 4G.',
	'net.busy': 'Máy chủ của phường đang bận. Ứng dụng sẽ tự gửi lại.',
	'net.tooLarge': 'Gói gửi lớn quá. Ứng dụng sẽ chia nhỏ và gửi lại.',
	'net.clock': 'Đồng hồ của máy sai nhiều. Bật giờ tự động trong phần cài đặt của điện thoại rồi gửi lại.',
	'net.unauthorized': 'Phường chưa nhận ra máy này. Việc đã ghi vẫn còn, hãy xin mã mời mới ở phường.',
	'net.revoked': 'Phường đã ngừng quyền của máy này. Liên hệ cán bộ phường.',
	'net.upgrade': 'Ứng dụng trên máy đã cũ. Bấm cập nhật rồi gửi lại.',
	'net.resync': 'Cần tải lại danh sách từ phường. Bấm gửi lại, việc chưa gửi vẫn còn.',
	'net.badRequest': 'Phường chưa hiểu gói gửi. Cập nhật ứng dụng, rồi báo cán bộ phường nếu vẫn lỗi.',

	'rescue.nothing': 'Không còn bản nào chờ gửi.',
	'rescue.foreign': 'Đây không phải tệp nhờ gửi. Chọn đúng tệp mà máy kia đã tạo.',
	'rescue.damaged': 'Tệp bị cắt hoặc bị sửa. Nhờ máy kia gửi lại; bản ghi vẫn còn trên máy đó.',
	'rescue.otherWard': 'Đây là bản ghi của phường khác. Nhờ máy của phường đó.',
	'rescue.tooLarge': 'Tệp lớn quá. Nhờ máy kia tạo lại.',
	'rescue.full': 'Máy này đang mang hộ nhiều quá. Gửi về phường rồi nhận tiếp.',
	'rescue.tooOld': 'Máy này không nhận được bằng hình. Nhờ máy kia gửi tệp.',
	'rescue.otherRow': 'Hình này thuộc dãy khác. Quét tiếp dãy cũ, hoặc bấm Quét lại từ đầu.',

	'entry.invalid': 'Phường đang xem lại bản ghi này vì có chỗ chưa hợp lệ. Không cần ghi lại.',
	'entry.unknownKind': 'Phường đang xem lại bản ghi này vì chưa hiểu loại của nó. Không cần ghi lại.',
	'entry.unknownVersion': 'Phường đang xem lại bản ghi này vì máy chủ cần cập nhật. Không cần ghi lại.',
	'entry.deposited': 'Máy này không còn được vào. Phường đang giữ bản ghi này và sẽ xem lại.',
	'entry.unknownSender': 'Phường không nhận ra máy đã ghi bản này. Phường đang giữ nguyên và sẽ xem lại.',
	'entry.sealed': 'Phường chưa mở được bản ghi này và đang giữ nguyên. Báo cán bộ phường.',
	'entry.idReuse': 'Phường thấy hai bản khác nhau cùng một số và đang kiểm tra. Báo cán bộ phường.',
	'entry.outOfScope': 'Bản ghi nằm ngoài địa bàn được giao, phường đang xem. Hỏi tổ trưởng về địa bàn.',
	'entry.missingParent': 'Phường đang chờ phần trước của bản ghi này. Bấm gửi lại sau.',
	'entry.tooLarge': 'Bản ghi dài quá, phường đang xem. Lần sau xin viết ghi chú ngắn hơn.',
	'entry.notAllowed': 'Vai trò của máy này không được ghi mục đó, phường đang xem. Hỏi cán bộ phường.',

	'staff.badSignIn': 'Tên đăng nhập hoặc mật khẩu chưa đúng. Nhập lại.',
	'staff.tooMany': 'Đã thử nhiều lần quá. Chờ 15 phút rồi đăng nhập lại.',
	'staff.signedOut': 'Phiên làm việc đã hết. Đăng nhập lại.',
	'staff.notAllowed': 'Vai trò này không được làm việc đó. Nhờ người quản trị.',
	'review.changedSince': 'Lượt này vừa được người khác xử lý. Xem lại bản mới rồi quyết định.',
	'review.notWaiting': 'Lượt này không còn chờ duyệt. Quay lại danh sách.',
	'content.invalid': 'Nội dung này có lỗi nên chưa dùng được. Sửa các chỗ được nêu rồi thử lại.'
};

export type ProblemWords = typeof problem;
